package org.stadtstand.serve.pages;

import java.util.List;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.text.Language;

/**
 * Why there is no page at an address: what a reader is told in the language of the address, and
 * where to go from here.
 */
record PageFault(
    int status, int retryAfter, String heading, List<String> sentences, List<Way> ways) {

  /** A way on: an address below the city's, and what is there. */
  record Way(String to, String words) {}

  PageFault(int status, String heading, String sentence, Way... ways) {
    this(status, 0, heading, List.of(sentence), List.of(ways));
  }

  /** No page has an address of this form. */
  static PageFault unknownAddress(Language language) {
    return new PageFault(
        404,
        language.pick("Diese Seite gibt es nicht", "There is no such page"),
        language.pick(
            "Unter dieser Adresse steht nichts. Vielleicht ist sie unvollständig abgeschrieben.",
            "Nothing stands at this address. Perhaps it was not copied as a whole."),
        home(language));
  }

  /** What was given as the day of knowledge is no day that has come. */
  static PageFault badDay(PageAddress address) {
    Language language = address.language();
    return new PageFault(
        400,
        language.pick("Für diesen Tag gibt es keine Seite", "There is no page for this day"),
        language.pick(
            "„Wie bekannt am“ braucht einen Tag, der schon da war, geschrieben als 31.12.2025 oder"
                + " 2025-12-31.",
            "“As known on” needs a day that has come, written as 31.12.2025 or 2025-12-31."),
        page(address, "Was heute bekannt ist", "What is known today"),
        home(language));
  }

  /** What was given to narrow or order a list means nothing. */
  static PageFault badChoice(PageAddress address) {
    Language language = address.language();
    return new PageFault(
        400,
        language.pick("Diese Auswahl gibt es nicht", "There is no such choice"),
        language.pick(
            "Ein Wert in der Adresse gehört nicht zu dieser Liste. Ein Suchwort darf höchstens 100"
                + " Zeichen haben.",
            "A value in the address does not belong to this list. A word to be looked for may have"
                + " 100 characters at most."),
        page(address, "Die ganze Liste", "The whole list"),
        home(language));
  }

  private static PageFault badSearch(PageAddress address) {
    Language language = address.language();
    return new PageFault(
        400,
        language.pick("Danach lässt sich nicht suchen", "This cannot be searched for"),
        language.pick(
            "Gebraucht wird mindestens ein Wort mit zwei Buchstaben, höchstens acht Wörter, und zu"
                + " jedem Anführungszeichen ein zweites.",
            "At least one word of two letters is needed, eight words at most, and a second"
                + " quotation mark for each."),
        page(address, "Neue Suche", "New search"),
        home(language));
  }

  private static Way page(PageAddress address, String de, String en) {
    return new Way(
        address.path().substring(address.root().length()), address.language().pick(de, en));
  }

  /** The page's question was refused, or could not be answered. */
  static PageFault of(ErrorCode code, PageAddress address) {
    Language language = address.language();
    return switch (code) {
      // Only what was chosen comes from outside; without it, the saved document is wrong.
      case VALIDATION, BAD_FILTER ->
          address.choice().narrows() ? badChoice(address) : later(code, language);
      case BAD_SEARCH -> badSearch(address);
      case UNKNOWN_RELEASE ->
          new PageFault(
              404,
              language.pick("Diesen Stand gibt es nicht", "There is no such release"),
              language.pick(
                  "Die Stände einer Stadt sind von 1 an gezählt; so weit ist die Zählung noch"
                      + " nicht.",
                  "The releases of a city are counted from 1; the count has not come this far."),
              home(language));
      case BAD_CURSOR, CURSOR_OF_OTHER_LIST, BAD_ARGUMENT, FUTURE_MOMENT ->
          new PageFault(
              code.status(),
              language.pick("Diese Adresse stimmt nicht", "This address is not right"),
              language.pick(
                  "Sie wurde verändert oder gehört zu einer anderen Seite.",
                  "It was altered, or belongs to another page."),
              home(language));
      default -> later(code, language);
    };
  }

  private static PageFault later(ErrorCode code, Language language) {
    return new PageFault(
        code.status(),
        Math.max(code.retryAfter(), 5),
        language.pick(
            "Diese Seite kann gerade nicht gezeigt werden",
            "This page cannot be shown at the moment"),
        List.of(
            language.pick(
                "Bitte versuchen Sie es in einer halben Minute noch einmal.",
                "Please try again in half a minute.")),
        List.of(home(language)));
  }

  static Way home(Language language) {
    return new Way("", language.pick("Alles über die Stadt", "All about the city"));
  }
}

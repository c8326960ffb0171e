package org.stadtstand.city.evidence;

import java.time.LocalDate;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.time.Pin;

/**
 * A quotable reference: the source, and the state of the record that rests on it. A reference to
 * invented data says so first, because a quotation loses its context.
 */
record SourceCitation(Source source, Pin pin, LocalDate standsFor) {

  String in(Language language) {
    return warning(language)
        + source.publisher()
        + ": "
        + source.title()
        + " ("
        + date(language)
        + ")"
        + (source.url() == null ? "" : ", " + source.url())
        + ". "
        + state(language);
  }

  // In a demonstration city every fact is invented, whatever source it names.
  private String warning(Language language) {
    if (source.kind() != SourceKind.DEMO && !pin.place().demo()) {
      return "";
    }
    return language == Language.DE ? "ERFUNDENE DEMODATEN – " : "INVENTED DEMO DATA – ";
  }

  private String date(Language language) {
    if (source.publishedOn() != null) {
      return new Figures(language).inSentence(source.publishedOn());
    }
    if (source.retrievedOn() != null) {
      return (language == Language.DE ? "abgerufen am " : "retrieved on ")
          + new Figures(language).inSentence(source.retrievedOn());
    }
    return language == Language.DE ? "ohne Datum" : "undated";
  }

  private String state(Language language) {
    return (language == Language.DE
            ? "Stadtstand, %s, Stand %d vom %s."
            : "Stadtstand, %s, release %d of %s.")
        .formatted(pin.place().key(), pin.number(), new Figures(language).inSentence(standsFor));
  }
}

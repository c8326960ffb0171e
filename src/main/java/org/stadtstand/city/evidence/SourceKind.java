package org.stadtstand.city.evidence;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Text;

/** The kind of publication a source is, and therefore how directly it speaks for the city. */
public enum SourceKind implements LabelledChoice {
  OFFICIAL_PAGE("amtliche Internetseite", "official web page"),
  PRESS_RELEASE("Pressemitteilung", "press release"),
  COUNCIL_PAPER("Ratsunterlage", "council paper"),
  PRESS("Presse", "press"),
  STUDY("Studie", "study"),
  PARTY("Partei oder Fraktion", "party or parliamentary group"),
  OPEN_DATA("offene Daten", "open data"),
  FOI_ANSWER(
      "Antwort auf eine Informationsfreiheitsanfrage",
      "answer to a freedom of information request"),
  SECONDARY_REWRITE("Nacherzählung einer anderen Quelle", "rewrite of another source"),
  DEMO("Demodaten", "demo data");

  private final Text phrase;

  SourceKind(String de, String en) {
    phrase = new Text(de, en);
  }

  /** Whether the city itself speaks in it. Open data may be others', but are nobody's hearsay. */
  boolean ofTheCity() {
    return switch (this) {
      case OFFICIAL_PAGE, PRESS_RELEASE, COUNCIL_PAPER, OPEN_DATA, FOI_ANSWER, DEMO -> true;
      case PRESS, STUDY, PARTY, SECONDARY_REWRITE -> false;
    };
  }

  /** What a sentence adds about its source; an invented one says so without it. */
  public String beside(Language language) {
    return this == DEMO ? "" : language.pick("; Quelle: ", "; source: ") + phrase.in(language);
  }

  @Override
  public Text text() {
    return phrase.capital();
  }

  @Override
  public Text phrase() {
    return phrase;
  }
}

package org.stadtstand.city.evidence;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/** The kind of publication a source is, and therefore how directly it speaks for the city. */
enum SourceKind implements LabelledChoice {
  OFFICIAL_PAGE("Amtliche Internetseite", "official web page"),
  PRESS_RELEASE("Pressemitteilung", "press release"),
  COUNCIL_PAPER("Ratsunterlage", "council paper"),
  PRESS("Presse", "press"),
  STUDY("Studie", "study"),
  PARTY("Partei oder Fraktion", "party or parliamentary group"),
  OPEN_DATA("Offene Daten", "open data"),
  FOI_ANSWER(
      "Antwort auf eine Informationsfreiheitsanfrage",
      "answer to a freedom of information request"),
  SECONDARY_REWRITE("Nacherzählung einer anderen Quelle", "rewrite of another source"),
  DEMO("Demodaten", "demo data");

  private final Text text;

  SourceKind(String de, String en) {
    text = new Text(de, en);
  }

  @Override
  public Text text() {
    return text;
  }
}

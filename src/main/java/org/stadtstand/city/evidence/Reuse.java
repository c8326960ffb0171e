package org.stadtstand.city.evidence;

import org.stadtstand.ground.text.Labelled;
import org.stadtstand.ground.text.Language;

/** What may be taken over from a source: its facts alone, short quotations, or all of it. */
enum Reuse implements Labelled {
  FACTS_ONLY("nur Tatsachen", "facts only"),
  QUOTE("Zitat erlaubt", "may be quoted"),
  OPEN("frei nachnutzbar", "open for reuse");

  private final String de;
  private final String en;

  Reuse(String de, String en) {
    this.de = de;
    this.en = en;
  }

  @Override
  public String label(Language language) {
    return language == Language.DE ? de : en;
  }
}

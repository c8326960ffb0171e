package org.stadtstand.city.publicservice;

import org.stadtstand.ground.text.Labelled;
import org.stadtstand.ground.text.Language;

/** Whether something is so, in the judgement of an assessor. */
enum Answer implements Labelled {
  YES("Ja", "yes"),
  PARTLY("Teilweise", "partly"),
  NO("Nein", "no"),
  UNKNOWN("Keine Angabe", "not stated");

  private final String de;
  private final String en;

  Answer(String de, String en) {
    this.de = de;
    this.en = en;
  }

  @Override
  public String label(Language language) {
    return language == Language.DE ? de : en;
  }
}

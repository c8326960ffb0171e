package org.stadtstand.city.publicservice;

import org.stadtstand.ground.text.Labelled;
import org.stadtstand.ground.text.Text;

/** Whether something is so, in the judgement of an assessor. */
enum Answer implements Labelled {
  YES("Ja", "yes"),
  PARTLY("Teilweise", "partly"),
  NO("Nein", "no"),
  UNKNOWN("Keine Angabe", "not stated");

  private final Text text;

  Answer(String de, String en) {
    text = new Text(de, en);
  }

  @Override
  public Text text() {
    return text;
  }
}

package org.stadtstand.city.publicservice;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/** An assessor's answer to a yes-or-no question about a service. */
enum AssessedAnswer implements LabelledChoice {
  YES("Ja", "yes"),
  PARTLY("Teilweise", "partly"),
  NO("Nein", "no"),
  UNKNOWN("Keine Angabe", "not stated");

  private final Text text;

  AssessedAnswer(String de, String en) {
    text = new Text(de, en);
  }

  @Override
  public Text text() {
    return text;
  }
}

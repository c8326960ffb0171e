package org.stadtstand.city.publicservice;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/** An assessor's answer to a yes-or-no question about a service. */
enum AssessedAnswer implements LabelledChoice {
  YES("ja", "yes"),
  PARTLY("teilweise", "partly"),
  NO("nein", "no"),
  UNKNOWN("keine Angabe", "not stated");

  private final Text phrase;

  AssessedAnswer(String de, String en) {
    phrase = new Text(de, en);
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

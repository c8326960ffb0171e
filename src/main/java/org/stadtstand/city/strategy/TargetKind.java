package org.stadtstand.city.strategy;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/**
 * The way a target can be reached: by a number, a count, all of something, yes or no, or only in
 * words.
 */
enum TargetKind implements LabelledChoice {
  NUMERIC("Zahlenwert", "number"),
  COUNT_OF("Anzahl", "count"),
  ALL_OF("Vollständigkeit", "all of them"),
  BOOLEAN("Ja oder nein", "yes or no"),
  QUALITATIVE("In Worten beschrieben", "described in words");

  private final Text text;

  TargetKind(String de, String en) {
    text = new Text(de, en);
  }

  @Override
  public Text text() {
    return text;
  }
}

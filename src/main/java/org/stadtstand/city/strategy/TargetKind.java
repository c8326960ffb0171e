package org.stadtstand.city.strategy;

import org.stadtstand.ground.text.Labelled;
import org.stadtstand.ground.text.Language;

/**
 * In what way a target can be reached: by a number, a count, all of something, yes or no, or only
 * in words.
 */
enum TargetKind implements Labelled {
  NUMERIC("Zahlenwert", "number"),
  COUNT_OF("Anzahl", "count"),
  ALL_OF("Vollständigkeit", "all of them"),
  BOOLEAN("Ja oder nein", "yes or no"),
  QUALITATIVE("In Worten beschrieben", "described in words");

  private final String de;
  private final String en;

  TargetKind(String de, String en) {
    this.de = de;
    this.en = en;
  }

  @Override
  public String label(Language language) {
    return language == Language.DE ? de : en;
  }
}

package org.stadtstand.city.strategy;

import org.stadtstand.ground.text.Labelled;
import org.stadtstand.ground.text.Language;

/**
 * On which side of the target value the target is reached. Where none is given, {@link #AT_LEAST}
 * counts.
 */
enum Direction implements Labelled {
  AT_LEAST("mindestens", "at least"),
  AT_MOST("höchstens", "at most"),
  EQUALS("genau", "exactly");

  private final String de;
  private final String en;

  Direction(String de, String en) {
    this.de = de;
    this.en = en;
  }

  @Override
  public String label(Language language) {
    return language == Language.DE ? de : en;
  }
}

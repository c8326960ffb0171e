package org.stadtstand.city.strategy;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/** On which side of the target value the target is reached. {@link #AT_LEAST} is the default. */
enum Direction implements LabelledChoice {
  AT_LEAST("mindestens", "at least"),
  AT_MOST("höchstens", "at most"),
  EQUALS("genau", "exactly");

  private final Text text;

  Direction(String de, String en) {
    text = new Text(de, en);
  }

  @Override
  public Text text() {
    return text;
  }
}

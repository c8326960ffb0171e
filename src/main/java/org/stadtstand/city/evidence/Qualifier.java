package org.stadtstand.city.evidence;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/**
 * How exactly a number was given; a source that says "über 300" has not said 300, and one that
 * expects 300 has not counted them.
 */
public enum Qualifier implements LabelledChoice {
  EXACT("genau", "exactly"),
  ABOUT("etwa", "about"),
  MORE_THAN("mehr als", "more than"),
  LESS_THAN("weniger als", "less than"),
  EXPECTED("voraussichtlich", "expected");

  private final Text text;

  Qualifier(String de, String en) {
    text = new Text(de, en);
  }

  @Override
  public Text text() {
    return text;
  }
}

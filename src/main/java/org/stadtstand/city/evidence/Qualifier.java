package org.stadtstand.city.evidence;

import org.stadtstand.ground.text.Labelled;
import org.stadtstand.ground.text.Language;

/** How exactly a number was given; a source that says "über 300" has not said 300. */
public enum Qualifier implements Labelled {
  EXACT("genau", "exactly"),
  ABOUT("etwa", "about"),
  MORE_THAN("mehr als", "more than"),
  LESS_THAN("weniger als", "less than");

  private final String de;
  private final String en;

  Qualifier(String de, String en) {
    this.de = de;
    this.en = en;
  }

  @Override
  public String label(Language language) {
    return language == Language.DE ? de : en;
  }
}

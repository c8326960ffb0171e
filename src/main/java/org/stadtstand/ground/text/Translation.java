package org.stadtstand.ground.text;

/** How a given wording relates to the German original. */
public enum Translation implements LabelledChoice {
  ORIGINAL("Original", "original"),
  HUMAN("von Menschen übersetzt", "translated by people"),
  MACHINE("maschinell übersetzt", "machine translation"),
  MISSING("nicht übersetzt, deutscher Text", "not translated, German text given");

  private final Text text;

  Translation(String de, String en) {
    text = new Text(de, en);
  }

  @Override
  public Text text() {
    return text;
  }
}

package org.stadtstand.ground.text;

/** How the wording that was given relates to the German original. */
public enum Translation implements Labelled {
  ORIGINAL("Original", "original"),
  HUMAN("von Menschen übersetzt", "translated by people"),
  MACHINE("maschinell übersetzt", "machine translation"),
  MISSING("nicht übersetzt, deutscher Text", "not translated, German text given");

  private final String de;
  private final String en;

  Translation(String de, String en) {
    this.de = de;
    this.en = en;
  }

  @Override
  public String label(Language language) {
    return language == Language.DE ? de : en;
  }
}

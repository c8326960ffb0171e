package org.stadtstand.ground.text;

/** A language in which texts and labels are available; German is the language of the data. */
public enum Language {
  DE,
  EN;

  /** Picks the wording in this language. */
  public String pick(String de, String en) {
    return this == DE ? de : en;
  }
}

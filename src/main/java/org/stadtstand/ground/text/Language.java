package org.stadtstand.ground.text;

/** A language in which texts and labels can be asked for; German is the language of the data. */
public enum Language {
  DE,
  EN;

  /** The one of two wordings that is in this language. */
  public String pick(String de, String en) {
    return this == DE ? de : en;
  }
}

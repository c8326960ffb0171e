package org.stadtstand.ground.text;

/** A language in which texts and labels can be asked for; German is the language of the data. */
public enum Language {
  DE,
  EN
}

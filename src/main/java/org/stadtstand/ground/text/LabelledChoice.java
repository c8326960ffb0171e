package org.stadtstand.ground.text;

/** A value of a closed list, with the words people use for it. */
public interface LabelledChoice {

  /** The constant's name: the value in a delivery, in the database and in the API. */
  String name();

  /** The words as they stand alone: in a cell, a list or a heading. */
  Text text();

  /** The words in the middle of a phrase, where German nouns alone have a capital. */
  default Text phrase() {
    return text();
  }

  default String label(Language language) {
    return text().in(language);
  }
}

package org.stadtstand.ground.text;

/** A value of a closed list, with the words people use for it. */
public interface LabelledChoice {

  /** The constant's name: the value in a delivery, in the database and in the API. */
  String name();

  Text text();

  default String label(Language language) {
    return text().in(language);
  }
}

package org.stadtstand.graph.comparison;

import org.stadtstand.ground.text.Labelled;
import org.stadtstand.ground.text.Language;

/** What became of a record between two releases. */
enum DifferenceKind implements Labelled {
  ADDED("neu", "added"),
  WITHDRAWN("zurückgezogen", "withdrawn"),
  CHANGED("geändert", "changed");

  private final String de;
  private final String en;

  DifferenceKind(String de, String en) {
    this.de = de;
    this.en = en;
  }

  @Override
  public String label(Language language) {
    return language == Language.DE ? de : en;
  }
}

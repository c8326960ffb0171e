package org.stadtstand.graph.comparison;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/** What happened to a record between two releases. */
enum DifferenceKind implements LabelledChoice {
  ADDED("neu", "added"),
  WITHDRAWN("zurückgezogen", "withdrawn"),
  CHANGED("geändert", "changed");

  private final Text text;

  DifferenceKind(String de, String en) {
    text = new Text(de, en);
  }

  @Override
  public Text text() {
    return text;
  }
}

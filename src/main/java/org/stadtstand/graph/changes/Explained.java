package org.stadtstand.graph.changes;

import org.stadtstand.ground.text.Labelled;
import org.stadtstand.ground.text.Text;

/** Whether the publisher said why something changed. */
public enum Explained implements Labelled {
  EXPLAINED("mit Erläuterung", "explained"),
  UNEXPLAINED("ohne Erläuterung geändert", "changed without explanation"),
  NOT_NEEDED("braucht keine Erläuterung", "needs no explanation");

  private final Text text;

  Explained(String de, String en) {
    text = new Text(de, en);
  }

  @Override
  public Text text() {
    return text;
  }
}

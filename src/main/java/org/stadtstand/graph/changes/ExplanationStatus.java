package org.stadtstand.graph.changes;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/** Whether the publisher said why something changed. */
public enum ExplanationStatus implements LabelledChoice {
  EXPLAINED("mit Erläuterung", "explained"),
  UNEXPLAINED("ohne Erläuterung geändert", "changed without explanation"),
  NOT_NEEDED("braucht keine Erläuterung", "needs no explanation");

  private final Text text;

  ExplanationStatus(String de, String en) {
    text = new Text(de, en);
  }

  @Override
  public Text text() {
    return text;
  }
}

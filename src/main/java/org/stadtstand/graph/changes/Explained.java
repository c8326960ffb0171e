package org.stadtstand.graph.changes;

import org.stadtstand.ground.text.Labelled;
import org.stadtstand.ground.text.Language;

/** Whether the publisher said why something changed. */
enum Explained implements Labelled {
  EXPLAINED("mit Erläuterung", "explained"),
  UNEXPLAINED("ohne Erläuterung geändert", "changed without explanation"),
  NOT_NEEDED("braucht keine Erläuterung", "needs no explanation");

  private final String de;
  private final String en;

  Explained(String de, String en) {
    this.de = de;
    this.en = en;
  }

  @Override
  public String label(Language language) {
    return language == Language.DE ? de : en;
  }
}

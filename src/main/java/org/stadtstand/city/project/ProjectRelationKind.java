package org.stadtstand.city.project;

import org.stadtstand.ground.text.Labelled;
import org.stadtstand.ground.text.Language;

/** How a project goes back to, or went on in, another one. */
enum ProjectRelationKind implements Labelled {
  MERGED_INTO("Aufgegangen in", "merged into"),
  SPLIT_FROM("Abgespalten von", "split from"),
  RENAMED_FROM("Vorher genannt", "renamed from"),
  SUCCESSOR_OF("Nachfolger von", "successor of");

  private final String de;
  private final String en;

  ProjectRelationKind(String de, String en) {
    this.de = de;
    this.en = en;
  }

  @Override
  public String label(Language language) {
    return language == Language.DE ? de : en;
  }
}

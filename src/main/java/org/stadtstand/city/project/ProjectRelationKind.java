package org.stadtstand.city.project;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/** How a project derives from another one, or continues in it. */
enum ProjectRelationKind implements LabelledChoice {
  MERGED_INTO("Aufgegangen in", "merged into"),
  SPLIT_FROM("Abgespalten von", "split from"),
  RENAMED_FROM("Vorher genannt", "renamed from"),
  SUCCESSOR_OF("Nachfolger von", "successor of");

  private final Text text;

  ProjectRelationKind(String de, String en) {
    text = new Text(de, en);
  }

  @Override
  public Text text() {
    return text;
  }
}

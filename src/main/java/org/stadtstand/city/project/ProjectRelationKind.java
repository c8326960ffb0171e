package org.stadtstand.city.project;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/** How a project derives from another one, or continues in it. */
enum ProjectRelationKind implements LabelledChoice {
  MERGED_INTO("aufgegangen in", "merged into"),
  SPLIT_FROM("abgespalten von", "split from"),
  RENAMED_FROM("vorher genannt", "renamed from"),
  SUCCESSOR_OF("Nachfolger von", "successor of");

  private final Text phrase;

  ProjectRelationKind(String de, String en) {
    phrase = new Text(de, en);
  }

  @Override
  public Text text() {
    return phrase.capital();
  }

  @Override
  public Text phrase() {
    return phrase;
  }
}

package org.stadtstand.city.project;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/** A project's priority under a guideline. */
enum Priority implements LabelledChoice {
  HIGH("Hoch", "high"),
  MEDIUM("Mittel", "medium"),
  LOW("Niedrig", "low");

  private final Text text;

  Priority(String de, String en) {
    text = new Text(de, en);
  }

  @Override
  public Text text() {
    return text;
  }
}

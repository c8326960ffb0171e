package org.stadtstand.city.strategy;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/** What was changed about a target after it was set. */
enum RevisionKind implements LabelledChoice {
  REWORDED("Umformuliert", "reworded"),
  VALUE_CHANGED("Zielwert geändert", "target value changed"),
  DUE_MOVED("Frist verschoben", "due date moved"),
  ABANDONED("Aufgegeben", "abandoned"),
  SUPERSEDED("Ersetzt", "superseded");

  private final Text text;

  RevisionKind(String de, String en) {
    text = new Text(de, en);
  }

  @Override
  public Text text() {
    return text;
  }
}

package org.stadtstand.city.strategy;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/** What was changed about a target after it was set. */
enum RevisionKind implements LabelledChoice {
  REWORDED("umformuliert", "reworded"),
  VALUE_CHANGED("Zielwert geändert", "target value changed"),
  DUE_MOVED("Frist verschoben", "due date moved"),
  ABANDONED("aufgegeben", "abandoned"),
  SUPERSEDED("ersetzt", "superseded");

  private final Text phrase;

  RevisionKind(String de, String en) {
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

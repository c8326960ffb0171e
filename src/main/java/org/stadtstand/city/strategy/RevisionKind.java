package org.stadtstand.city.strategy;

import org.stadtstand.ground.text.Labelled;
import org.stadtstand.ground.text.Language;

/** What was changed about a target after it had been set. */
enum RevisionKind implements Labelled {
  REWORDED("Umformuliert", "reworded"),
  VALUE_CHANGED("Zielwert geändert", "target value changed"),
  DUE_MOVED("Frist verschoben", "due date moved"),
  ABANDONED("Aufgegeben", "abandoned"),
  SUPERSEDED("Ersetzt", "superseded");

  private final String de;
  private final String en;

  RevisionKind(String de, String en) {
    this.de = de;
    this.en = en;
  }

  @Override
  public String label(Language language) {
    return language == Language.DE ? de : en;
  }
}

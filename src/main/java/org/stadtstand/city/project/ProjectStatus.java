package org.stadtstand.city.project;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/**
 * Where a project stands. The status on a day comes from the latest change on or before that day;
 * among several changes on one day, the one with the highest ordinal counts.
 */
enum ProjectStatus implements LabelledChoice {
  IDEA("Idee", "idea"),
  PLANNED("Geplant", "planned"),
  PRIORITISED("Priorisiert", "prioritised"),
  IN_PROGRESS("In Umsetzung", "in progress"),
  PILOT("Pilotbetrieb", "pilot"),
  ON_HOLD("Zurückgestellt", "on hold"),
  COMPLETED("Abgeschlossen", "completed"),
  CANCELLED("Eingestellt", "cancelled"),
  MERGED("Zusammengeführt", "merged"),
  UNKNOWN("Keine Angabe", "not stated");

  private final Text text;

  ProjectStatus(String de, String en) {
    text = new Text(de, en);
  }

  @Override
  public Text text() {
    return text;
  }
}

package org.stadtstand.graph.schema;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/** The types of events, each named after its table. */
public enum HistoryEventKind implements LabelledChoice {
  RESPONSIBILITY_CHANGE("Zuständigkeit", "responsibility"),
  OBSERVATION("Beobachtung", "observation"),
  TARGET_REVISION("Zieländerung", "target revision"),
  SERVICE_ASSESSMENT("Bewertung", "assessment"),
  SERVICE_USAGE("Nutzung", "usage"),
  PROJECT_STATUS_CHANGE("Statuswechsel", "status change"),
  SCHEDULE_REVISION("Terminverschiebung", "schedule revision"),
  PRIORITY_RATING("Priorisierung", "priority rating"),
  COST_OBSERVATION("Kosten", "costs"),
  PROJECT_RELATION("Projektbeziehung", "project relation");

  private final Text text;

  HistoryEventKind(String de, String en) {
    text = new Text(de, en);
  }

  @Override
  public Text text() {
    return text;
  }
}

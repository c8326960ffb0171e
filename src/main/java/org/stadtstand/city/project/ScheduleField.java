package org.stadtstand.city.project;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/** Which planned date of a project was moved. */
enum ScheduleField implements LabelledChoice {
  PLANNED_START("Geplanter Beginn", "planned start"),
  PLANNED_END("Geplantes Ende", "planned end");

  private final Text text;

  ScheduleField(String de, String en) {
    text = new Text(de, en);
  }

  @Override
  public Text text() {
    return text;
  }
}

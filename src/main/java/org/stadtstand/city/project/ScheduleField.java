package org.stadtstand.city.project;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/** Which planned date of a project was moved. */
enum ScheduleField implements LabelledChoice {
  PLANNED_START("geplanter Beginn", "planned start"),
  PLANNED_END("geplantes Ende", "planned end");

  private final Text phrase;

  ScheduleField(String de, String en) {
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

package org.stadtstand.city.project;

import org.stadtstand.ground.text.Labelled;
import org.stadtstand.ground.text.Language;

/** Which planned date of a project was moved. */
enum ScheduleField implements Labelled {
  PLANNED_START("Geplanter Beginn", "planned start"),
  PLANNED_END("Geplantes Ende", "planned end");

  private final String de;
  private final String en;

  ScheduleField(String de, String en) {
    this.de = de;
    this.en = en;
  }

  @Override
  public String label(Language language) {
    return language == Language.DE ? de : en;
  }
}

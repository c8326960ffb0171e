package org.stadtstand.city.project;

import org.stadtstand.ground.text.Labelled;
import org.stadtstand.ground.text.Language;

/** How a project was ranked by a guideline. */
enum Priority implements Labelled {
  HIGH("Hoch", "high"),
  MEDIUM("Mittel", "medium"),
  LOW("Niedrig", "low");

  private final String de;
  private final String en;

  Priority(String de, String en) {
    this.de = de;
    this.en = en;
  }

  @Override
  public String label(Language language) {
    return language == Language.DE ? de : en;
  }
}

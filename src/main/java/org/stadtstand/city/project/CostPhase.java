package org.stadtstand.city.project;

import org.stadtstand.ground.text.Labelled;
import org.stadtstand.ground.text.Language;

/** Whether money was planned, approved or spent. */
enum CostPhase implements Labelled {
  PLANNED("Geplant", "planned"),
  APPROVED("Bewilligt", "approved"),
  SPENT("Ausgegeben", "spent");

  private final String de;
  private final String en;

  CostPhase(String de, String en) {
    this.de = de;
    this.en = en;
  }

  @Override
  public String label(Language language) {
    return language == Language.DE ? de : en;
  }
}

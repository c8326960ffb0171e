package org.stadtstand.city.project;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/** Whether an amount was planned, approved or spent. */
enum CostPhase implements LabelledChoice {
  PLANNED("Geplant", "planned"),
  APPROVED("Bewilligt", "approved"),
  SPENT("Ausgegeben", "spent");

  private final Text text;

  CostPhase(String de, String en) {
    text = new Text(de, en);
  }

  @Override
  public Text text() {
    return text;
  }
}

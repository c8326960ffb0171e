package org.stadtstand.city.project;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/** Whether an amount was planned, approved or spent. */
enum CostPhase implements LabelledChoice {
  PLANNED("geplant", "planned"),
  APPROVED("bewilligt", "approved"),
  SPENT("ausgegeben", "spent");

  private final Text phrase;

  CostPhase(String de, String en) {
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

package org.stadtstand.city.publicservice;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/**
 * The scale on which a service was rated. Levels of different models are never compared or
 * converted, because the models measure different things.
 */
enum MaturityModel implements LabelledChoice {
  OZG_1_1("OZG-Reifegradmodell 1.1", "OZG maturity model 1.1", 4),
  OZG_2_0("OZG-Reifegradmodell 2.0", "OZG maturity model 2.0", 7),
  EU_EGOV("EU eGovernment Benchmark", "EU eGovernment Benchmark", 100);

  private final Text text;
  private final int highest;

  MaturityModel(String de, String en, int highest) {
    text = new Text(de, en);
    this.highest = highest;
  }

  @Override
  public Text text() {
    return text;
  }

  /** The best level; every model starts at 0. */
  int highest() {
    return highest;
  }
}

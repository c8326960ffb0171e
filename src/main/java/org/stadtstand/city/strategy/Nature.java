package org.stadtstand.city.strategy;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/** How a figure came about; a city's own report is not the same evidence as a measurement. */
public enum Nature implements LabelledChoice {
  REPORTED("Von der Stadt gemeldet", "reported by the city"),
  MEASURED("Gemessen (Dritte)", "measured (by others)"),
  ESTIMATED("Geschätzt", "estimated"),
  DERIVED("Berechnet", "calculated"),
  SYNTHETIC("Demodaten", "demo data");

  private final Text text;

  Nature(String de, String en) {
    text = new Text(de, en);
  }

  @Override
  public Text text() {
    return text;
  }
}

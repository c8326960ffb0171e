package org.stadtstand.city.evidence;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/** The currency of an amount. */
public enum Currency implements LabelledChoice {
  EUR("Euro", "euro");

  private final Text text;

  Currency(String de, String en) {
    text = new Text(de, en);
  }

  @Override
  public Text text() {
    return text;
  }
}

package org.stadtstand.city.project;

import org.stadtstand.ground.text.Labelled;
import org.stadtstand.ground.text.Text;

/** The currency of an amount. */
enum Currency implements Labelled {
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

package org.stadtstand.city.project;

import org.stadtstand.ground.text.Labelled;
import org.stadtstand.ground.text.Language;

/** The currency of an amount. */
enum Currency implements Labelled {
  EUR("Euro", "euro");

  private final String de;
  private final String en;

  Currency(String de, String en) {
    this.de = de;
    this.en = en;
  }

  @Override
  public String label(Language language) {
    return language == Language.DE ? de : en;
  }
}

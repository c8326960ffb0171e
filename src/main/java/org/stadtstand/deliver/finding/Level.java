package org.stadtstand.deliver.finding;

import org.stadtstand.ground.text.Labelled;
import org.stadtstand.ground.text.Language;

/** How much a finding matters: an error refuses the delivery, a warning does not. */
public enum Level implements Labelled {
  ERROR("Fehler", "Error"),
  WARNING("Warnung", "Warning"),
  INFO("Hinweis", "Note");

  private final String de;
  private final String en;

  Level(String de, String en) {
    this.de = de;
    this.en = en;
  }

  @Override
  public String label(Language language) {
    return language == Language.DE ? de : en;
  }
}

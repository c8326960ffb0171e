package org.stadtstand.record.declaration;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/** The kind of a change between two releases, as named in the feed of changes. */
public enum ChangeKind implements LabelledChoice {
  CREATED("neu aufgenommen", "added"),
  STATUS_CHANGED("Status geändert", "status changed"),
  DATE_MOVED("Termin verschoben", "date moved"),
  VALUE_REPORTED("Wert gemeldet", "value reported"),
  TARGET_REVISED("Ziel geändert", "target revised"),
  RESPONSIBILITY_MOVED("Zuständigkeit gewechselt", "responsibility moved"),
  WITHDRAWN("zurückgezogen", "withdrawn"),
  RELISTED("wieder aufgenommen", "relisted"),
  CORRECTED("berichtigt", "corrected"),
  /** A text that is not an obligation was worded differently. */
  REWORDED("anders beschrieben", "reworded"),
  CHANGED("geändert", "changed");

  private final Text text;

  ChangeKind(String de, String en) {
    text = new Text(de, en);
  }

  @Override
  public Text text() {
    return text;
  }
}

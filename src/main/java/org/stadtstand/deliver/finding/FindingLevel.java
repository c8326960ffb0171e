package org.stadtstand.deliver.finding;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/** The severity of a finding: an error refuses the delivery, a warning does not. */
public enum FindingLevel implements LabelledChoice {
  ERROR("Fehler", "Error"),
  WARNING("Warnung", "Warning"),
  INFO("Hinweis", "Note");

  private final Text text;

  FindingLevel(String de, String en) {
    text = new Text(de, en);
  }

  @Override
  public Text text() {
    return text;
  }
}

package org.stadtstand.record.time;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/** Whether a release was published when it says, or reconstructed later from dated sources. */
public enum ReleaseKind implements LabelledChoice {
  PUBLISHED("Veröffentlicht", "Published"),
  RECONSTRUCTED("Nachträglich aus datierten Quellen zusammengestellt", "Reconstructed");

  private final Text text;

  ReleaseKind(String de, String en) {
    text = new Text(de, en);
  }

  @Override
  public Text text() {
    return text;
  }
}

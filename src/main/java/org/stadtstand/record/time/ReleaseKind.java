package org.stadtstand.record.time;

import org.stadtstand.ground.text.Labelled;
import org.stadtstand.ground.text.Language;

/** Whether a release was published when it says, or put together later from dated sources. */
public enum ReleaseKind implements Labelled {
  PUBLISHED("Veröffentlicht", "Published"),
  RECONSTRUCTED("Nachträglich aus datierten Quellen zusammengestellt", "Reconstructed");

  private final String de;
  private final String en;

  ReleaseKind(String de, String en) {
    this.de = de;
    this.en = en;
  }

  @Override
  public String label(Language language) {
    return language == Language.DE ? de : en;
  }
}

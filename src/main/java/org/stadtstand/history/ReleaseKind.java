package org.stadtstand.history;

import org.stadtstand.record.Labelled;
import org.stadtstand.record.Language;

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

package org.stadtstand.organisation;

import org.stadtstand.record.Labelled;
import org.stadtstand.record.Language;

/** What a body did with a paper that was put before it. */
enum DecisionResult implements Labelled {
  ADOPTED("Beschlossen", "adopted"),
  REJECTED("Abgelehnt", "rejected"),
  NOTED("Zur Kenntnis genommen", "noted"),
  REFERRED("Verwiesen", "referred"),
  UNKNOWN("Keine Angabe", "not stated");

  private final String de;
  private final String en;

  DecisionResult(String de, String en) {
    this.de = de;
    this.en = en;
  }

  @Override
  public String label(Language language) {
    return language == Language.DE ? de : en;
  }
}

package org.stadtstand.city.organisation;

import org.stadtstand.ground.text.Labelled;
import org.stadtstand.ground.text.Language;

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

package org.stadtstand.city.organisation;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/** What a body did with a paper put before it. */
enum DecisionResult implements LabelledChoice {
  ADOPTED("Beschlossen", "adopted"),
  REJECTED("Abgelehnt", "rejected"),
  NOTED("Zur Kenntnis genommen", "noted"),
  REFERRED("Verwiesen", "referred"),
  UNKNOWN("Keine Angabe", "not stated");

  private final Text text;

  DecisionResult(String de, String en) {
    text = new Text(de, en);
  }

  @Override
  public Text text() {
    return text;
  }
}

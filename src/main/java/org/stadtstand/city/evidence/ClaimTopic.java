package org.stadtstand.city.evidence;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/**
 * What a claim is about, so that claims by different bodies on one topic can be shown side by side.
 */
enum ClaimTopic implements LabelledChoice {
  PROJECT_COUNT("Anzahl der Projekte", "number of projects"),
  SERVICE_COUNT("Anzahl der Dienstleistungen", "number of services"),
  ONLINE_SERVICE_COUNT(
      "Anzahl der online beantragbaren Dienstleistungen",
      "number of services that can be applied for online"),
  END_TO_END_SERVICE_COUNT(
      "Anzahl der medienbruchfreien Dienstleistungen", "number of services without media breaks"),
  TARGET_REACHED("Ziel erreicht", "target reached"),
  TARGET_OPEN("Ziel offen", "target open"),
  TARGET_VALUE("Stand eines Ziels", "value of a target"),
  OTHER("Sonstiges", "other");

  private final Text text;

  ClaimTopic(String de, String en) {
    text = new Text(de, en);
  }

  @Override
  public Text text() {
    return text;
  }
}

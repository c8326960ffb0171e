package org.stadtstand.city.evidence;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/** How a claim compares with everything else that is known. */
enum Verdict implements LabelledChoice {
  CONSISTENT("deckt sich", "consistent"),
  CONTRADICTED("widersprüchlich", "contradicted"),
  UNVERIFIED("ungeprüft", "unverified"),
  OUTDATED("überholt", "outdated");

  private final Text text;

  Verdict(String de, String en) {
    text = new Text(de, en);
  }

  @Override
  public Text text() {
    return text;
  }
}

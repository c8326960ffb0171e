package org.stadtstand.city.evidence;

import org.stadtstand.ground.text.Labelled;
import org.stadtstand.ground.text.Language;

/** How a claim compares with what else is known. */
enum Verdict implements Labelled {
  CONSISTENT("deckt sich", "consistent"),
  CONTRADICTED("widersprüchlich", "contradicted"),
  UNVERIFIED("ungeprüft", "unverified"),
  OUTDATED("überholt", "outdated");

  private final String de;
  private final String en;

  Verdict(String de, String en) {
    this.de = de;
    this.en = en;
  }

  @Override
  public String label(Language language) {
    return language == Language.DE ? de : en;
  }
}

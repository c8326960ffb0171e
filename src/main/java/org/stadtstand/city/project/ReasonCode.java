package org.stadtstand.city.project;

import org.stadtstand.ground.text.Labelled;
import org.stadtstand.ground.text.Language;

/** Why a project was held up or moved, as far as it was said. */
enum ReasonCode implements Labelled {
  RESOURCES("Personal oder Kapazität", "staff or capacity"),
  BUDGET("Haushalt", "budget"),
  PROCUREMENT("Vergabe", "procurement"),
  LEGAL("Rechtslage", "legal situation"),
  DEPENDENCY_STATE_FEDERAL(
      "Abhängigkeit von Bund oder Land", "dependency on state or federal level"),
  VENDOR("Hersteller oder Fachverfahren", "vendor or specialist software"),
  TECHNICAL("Technik", "technology"),
  SCOPE("Umfang geändert", "scope changed"),
  NONE_GIVEN("Kein Grund genannt", "no reason given");

  private final String de;
  private final String en;

  ReasonCode(String de, String en) {
    this.de = de;
    this.en = en;
  }

  @Override
  public String label(Language language) {
    return language == Language.DE ? de : en;
  }
}

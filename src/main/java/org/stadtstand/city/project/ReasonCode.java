package org.stadtstand.city.project;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/** Why a project was held up or rescheduled, if a reason was given. */
enum ReasonCode implements LabelledChoice {
  RESOURCES("Personal oder Kapazität", "staff or capacity"),
  BUDGET("Haushalt", "budget"),
  PROCUREMENT("Vergabe", "procurement"),
  LEGAL("Rechtslage", "legal situation"),
  DEPENDENCY_STATE_FEDERAL(
      "Abhängigkeit von Bund oder Land", "dependency on state or federal level"),
  VENDOR("Hersteller oder Fachverfahren", "vendor or specialist software"),
  TECHNICAL("Technik", "technology"),
  SCOPE("Umfang geändert", "scope changed"),
  NONE_GIVEN("kein Grund genannt", "no reason given");

  private final Text phrase;

  ReasonCode(String de, String en) {
    phrase = new Text(de, en);
  }

  @Override
  public Text text() {
    return phrase.capital();
  }

  @Override
  public Text phrase() {
    return phrase;
  }
}

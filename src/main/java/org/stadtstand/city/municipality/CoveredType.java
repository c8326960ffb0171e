package org.stadtstand.city.municipality;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/** What a municipality can state its coverage of: how many are listed, and whether that is all. */
enum CoveredType implements LabelledChoice {
  ORG_UNIT("Organisationseinheiten", "organisational units"),
  FOCUS_AREA("Schwerpunkte", "focus areas"),
  GUIDELINE("Leitlinien", "guidelines"),
  PROJECT("Projekte", "projects"),
  PUBLIC_SERVICE("Dienstleistungen", "public services"),
  SERVICE_SELECTION("Auswahllisten von Dienstleistungen", "selections of services"),
  TARGET("Ziele", "targets"),
  CLAIM("Aussagen", "claims"),
  DECISION("Beschlüsse", "decisions"),
  SOURCE("Quellen", "sources");

  private final Text text;

  CoveredType(String de, String en) {
    text = new Text(de, en);
  }

  @Override
  public Text text() {
    return text;
  }
}

package org.stadtstand.city.evidence;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/** The register or system that issued a foreign identifier. */
enum IdentifierScheme implements LabelledChoice {
  LEIKA("LeiKa-Schlüssel", "LeiKa key"),
  OZG("OZG-Leistung", "OZG service bundle"),
  PVOG_LBID("Leistungsbeschreibung im PVOG", "service description in PVOG"),
  OPARL("OParl-Objekt", "OParl object"),
  WIKIDATA("Wikidata", "Wikidata"),
  CITY_INTERNAL("Nummer der Stadt", "the city's own number");

  private final Text text;

  IdentifierScheme(String de, String en) {
    text = new Text(de, en);
  }

  @Override
  public Text text() {
    return text;
  }
}

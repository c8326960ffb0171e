package org.stadtstand.city.evidence;

import org.stadtstand.ground.text.Labelled;
import org.stadtstand.ground.text.Language;

/** The register or system in which a foreign identifier names a thing. */
enum IdentifierScheme implements Labelled {
  LEIKA("LeiKa-Schlüssel", "LeiKa key"),
  OZG("OZG-Leistung", "OZG service bundle"),
  PVOG_LBID("Leistungsbeschreibung im PVOG", "service description in PVOG"),
  OPARL("OParl-Objekt", "OParl object"),
  WIKIDATA("Wikidata", "Wikidata"),
  CITY_INTERNAL("Nummer der Stadt", "the city's own number");

  private final String de;
  private final String en;

  IdentifierScheme(String de, String en) {
    this.de = de;
    this.en = en;
  }

  @Override
  public String label(Language language) {
    return language == Language.DE ? de : en;
  }
}

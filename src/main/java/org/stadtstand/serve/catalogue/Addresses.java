package org.stadtstand.serve.catalogue;

/**
 * The addresses of what is in the catalogue. A dataset is a part of the page it is described on, so
 * that its address leads to its description, and stays the same with every release.
 *
 * @param base the server as others see it
 */
record Addresses(String base) {

  static final String AUTHORITY = "http://publications.europa.eu/resource/authority/";
  static final String IANA = "https://www.iana.org/assignments/media-types/";
  static final String PUBLIC = AUTHORITY + "access-right/PUBLIC";
  static final String AVAILABLE = AUTHORITY + "planned-availability/AVAILABLE";
  static final String GERMAN = AUTHORITY + "language/DEU";
  static final String GERMANY = AUTHORITY + "country/DEU";
  static final String THEMES = AUTHORITY + "data-theme";
  static final String MUNICIPALITIES = "http://dcat-ap.de/def/politicalGeocoding/municipalityKey/";
  static final String OF_A_MUNICIPALITY =
      "http://dcat-ap.de/def/politicalGeocoding/Level/municipality";

  String catalogue() {
    return base + CatalogueAddress.ROOT;
  }

  String page(String city, CatalogueForm form) {
    return catalogue() + "/" + city + form.suffix();
  }

  String part(String city, String name) {
    return catalogue() + "/" + city + "#" + name;
  }

  String graphql() {
    return base + "/graphql";
  }

  String service() {
    return catalogue() + "#graphql";
  }

  String file(String city, String name) {
    return base + "/data/" + city + "/" + name;
  }

  String home(String city) {
    return base + "/" + city;
  }

  String question(String written) {
    return base + "/q/" + written;
  }
}

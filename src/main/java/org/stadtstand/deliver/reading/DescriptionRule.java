package org.stadtstand.deliver.reading;

import static org.stadtstand.deliver.finding.FindingLevel.ERROR;

import org.stadtstand.deliver.finding.FindingLevel;
import org.stadtstand.deliver.finding.Rule;
import org.stadtstand.deliver.finding.Stage;
import org.stadtstand.ground.text.Text;

/** What may be wrong with the description of a delivery. */
public enum DescriptionRule implements Rule {
  /** There is no datapackage.json. */
  NO_DESCRIPTION(ERROR, "Im Ordner fehlt datapackage.json.", "The folder has no datapackage.json."),
  /** The description is no JSON, or no object. */
  MALFORMED_DESCRIPTION(
      ERROR,
      "datapackage.json ist kein gültiges JSON: %s.",
      "datapackage.json is not valid JSON: %s."),
  /** The delivery does not say under which licence it may be used. */
  NO_LICENCE(
      ERROR,
      "Die Lizenz fehlt: licenses braucht einen Eintrag mit name und path.",
      "The licence is missing: licenses needs an entry with name and path."),
  /** The delivery does not say who publishes it. */
  NO_PUBLISHER(
      ERROR,
      "Der Herausgeber fehlt: contributors braucht einen Eintrag mit der Rolle "
          + "publisher und einem title.",
      "The publisher is missing: contributors needs an entry with the role publisher "
          + "and a title."),
  /** The delivery does not say whom to ask. */
  NO_CONTACT(
      ERROR,
      "Der Kontakt fehlt: stadtstand.contact braucht eine Adresse mit mailto: oder " + "https:.",
      "The contact is missing: stadtstand.contact needs a mailto: or https: address."),
  /** The delivery does not say how it is to be named. */
  NO_ATTRIBUTION(
      ERROR,
      "Der Quellenvermerk fehlt: stadtstand.attribution.",
      "The attribution is missing: stadtstand.attribution."),
  /** A property that is needed is missing or empty. */
  MISSING_PROPERTY(ERROR, "Die Angabe %s fehlt.", "The property %s is missing."),
  /** A property has a value that cannot be used. */
  BAD_PROPERTY(
      ERROR,
      "%s hat den unbrauchbaren Wert „%s“; erwartet: %s.",
      "%s has the unusable value “%s”; expected: %s."),
  /** A resource is named after no table. */
  UNKNOWN_TABLE(
      ERROR,
      "„%s“ ist keine bekannte Tabelle. Meinten Sie „%s“?",
      "“%s” is no known table. Did you mean “%s”?"),
  /** Two resources bring the same table. */
  TABLE_TWICE(
      ERROR, "Die Tabelle %s ist mehrfach genannt.", "The table %s is named more than once."),
  /** A resource is not a file of this folder. */
  BAD_PATH(
      ERROR,
      "Die Ressource %s muss eine Datei dieses Ordners sein, nicht „%s“.",
      "The resource %s must be a file of this folder, not “%s”."),
  /** A way of writing CSV that is not read here. */
  UNSUPPORTED_DIALECT(
      ERROR,
      "Die CSV-Angabe %s „%s“ der Ressource %s wird nicht unterstützt.",
      "The CSV dialect %s “%s” of resource %s is not supported."),
  /** The table schema of a resource says other than the data contract. */
  SCHEMA_CONTRADICTS(
      ERROR,
      "Das Schema der Tabelle %s widerspricht dem Datenvertrag: %s ist „%s“, "
          + "vereinbart ist „%s“.",
      "The schema of table %s contradicts the data contract: %s is “%s”, agreed is " + "“%s”."),
  /** The table schema of a resource names a column that the table does not have. */
  SCHEMA_UNKNOWN_FIELD(
      ERROR,
      "Das Schema der Tabelle %s nennt die unbekannte Spalte „%s“.",
      "The schema of table %s names the unknown column “%s”.");

  private final FindingLevel level;
  private final Text sentence;

  DescriptionRule(FindingLevel level, String de, String en) {
    this.level = level;
    this.sentence = new Text(de, en);
  }

  @Override
  public FindingLevel level() {
    return level;
  }

  @Override
  public Stage stage() {
    return Stage.DESCRIPTION;
  }

  @Override
  public Text sentence() {
    return sentence;
  }
}

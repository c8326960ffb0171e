package org.stadtstand.deliver.description;

import static org.stadtstand.deliver.finding.FindingLevel.ERROR;
import static org.stadtstand.deliver.finding.FindingLevel.WARNING;

import org.stadtstand.deliver.finding.FindingLevel;
import org.stadtstand.deliver.finding.Rule;
import org.stadtstand.deliver.finding.Stage;
import org.stadtstand.ground.text.Text;

/** The rules for the description of a delivery. */
enum DescriptionRule implements Rule {
  NO_DESCRIPTION(ERROR, "Im Ordner fehlt datapackage.json.", "The folder has no datapackage.json."),
  /** The folder contains deliveries, or the folders of cities, and is none itself. */
  FOLDER_TOO_HIGH(
      ERROR,
      "Im Ordner fehlt datapackage.json; gemeint ist wohl ein Ordner darin: %s.",
      "The folder has no datapackage.json; a folder in it is probably meant: %s."),
  /** The description is not JSON, or not a JSON object. */
  MALFORMED_DESCRIPTION(
      ERROR,
      "datapackage.json ist so nicht lesbar: %s.",
      "datapackage.json cannot be read like this: %s."),
  NO_LICENCE(
      ERROR,
      "Die Lizenz fehlt: licenses braucht einen Eintrag mit name und path; path ist %s.",
      "The licence is missing: licenses needs an entry with name and path; path is %s."),
  UNKNOWN_LICENCE(
      ERROR,
      "„%s“ ist keine Lizenz aus der Liste von DCAT-AP.de. %s",
      "“%s” is no licence of the list of DCAT-AP.de. %s"),
  /** Something that every dataset in a catalogue must have. */
  NOT_IN_CATALOGUE(
      WARNING,
      "Für den Katalog fehlt: %s. Solange bleibt die Kommune aus ihm weg.",
      "The catalogue needs: %s. Until then the municipality is not in it."),
  /** The list may have grown since. */
  UNKNOWN_CONTRIBUTOR(
      WARNING,
      "„%s“ steht nicht in der Liste der Datenbereitsteller von DCAT-AP.de. %s",
      "“%s” is not in the list of contributors of DCAT-AP.de. %s"),
  NO_PUBLISHER(
      ERROR,
      "Der Herausgeber fehlt: contributors braucht einen Eintrag mit der Rolle "
          + "publisher und einem title.",
      "The publisher is missing: contributors needs an entry with the role publisher "
          + "and a title."),
  NO_CONTACT(
      ERROR,
      "Der Kontakt fehlt oder ist keiner: stadtstand.contact braucht %s.",
      "The contact is missing or is none: stadtstand.contact needs %s."),
  NO_ATTRIBUTION(
      ERROR,
      "Der Quellenvermerk fehlt: stadtstand.attribution.",
      "The attribution is missing: stadtstand.attribution."),
  MISSING_PROPERTY(ERROR, "Die Angabe %s fehlt.", "The property %s is missing."),
  BAD_PROPERTY(
      ERROR,
      "%s hat den unbrauchbaren Wert „%s“; erwartet: %s.",
      "%s has the unusable value “%s”; expected: %s."),
  UNKNOWN_PROPERTY(
      WARNING, "%s gibt es nicht und bleibt unbeachtet. %s", "There is no %s; it is ignored. %s"),
  UNREADABLE_TEXT(
      ERROR,
      "%s enthält ein Zeichen, das niemand lesen kann: %s.",
      "%s contains a character that nobody can read: %s."),
  TEXT_TOO_LONG(
      ERROR,
      "%s hat %s Zeichen, erlaubt sind %s.",
      "%s has %s characters; at most %s are allowed."),
  /** UTF-8 that was read as something else before it was written here. */
  GARBLED_TEXT(
      ERROR,
      "%s wurde in einer falschen Kodierung gelesen: „%s“. Den Text in UTF-8 neu eintragen.",
      "%s was read in a wrong encoding: “%s”. Enter the text again, in UTF-8."),
  UNKNOWN_TABLE(ERROR, "„%s“ ist keine bekannte Tabelle. %s", "“%s” is not a known table. %s"),
  TABLE_TWICE(
      ERROR, "Die Tabelle %s ist mehrfach genannt.", "The table %s is named more than once."),
  FILE_TWICE(
      ERROR,
      "Die Datei %s ist für mehrere Tabellen genannt.",
      "The file %s is named for more than one table."),
  BAD_PATH(
      ERROR,
      "Die Ressource %s muss eine Datei dieses Ordners sein, nicht „%s“.",
      "The resource %s must be a file of this folder, not “%s”."),
  UNSUPPORTED_DIALECT(
      ERROR,
      "Die CSV-Angabe %s „%s“ der Ressource %s wird nicht unterstützt.",
      "The CSV dialect %s “%s” of resource %s is not supported."),
  SCHEMA_CONTRADICTS(
      ERROR,
      "Das Schema der Tabelle %s widerspricht dem Datenvertrag: %s ist „%s“ statt „%s“.",
      "The schema of table %s contradicts the data contract: %s is “%s” instead of “%s”."),
  /** The schema asks for a way of reading that does not exist here. */
  SCHEMA_IGNORED(
      WARNING,
      "Im Schema der Tabelle %s bleibt %s „%s“ unbeachtet; gelesen wird wie vereinbart.",
      "In the schema of table %s, %s “%s” is ignored; values are read as agreed."),
  FORMAT_OF_TWO_DIGITS(
      WARNING,
      "Im Schema der Tabelle %s schreibt %s „%s“ Jahre mit zwei Ziffern, die zwei Jahrhunderte"
          + " meinen können; solche Daten werden nicht gelesen. Richtig wäre „%s“, etwa %s.",
      "In the schema of table %s, %s “%s” writes years of two digits, which may be of two"
          + " centuries; such dates are not read. Use “%s”, as in %s."),
  AMBIGUOUS_FORMAT(
      ERROR,
      "Mit %s „%s“ hätte derselbe Text zwei Bedeutungen; decimalChar, groupChar, Ziffern und"
          + " Vorzeichen müssen verschieden sein, ebenso trueValues und falseValues.",
      "With %s “%s” the same text would mean two things; decimalChar, groupChar, digits and signs"
          + " must differ, and so must trueValues and falseValues."),
  SCHEMA_UNKNOWN_FIELD(
      ERROR,
      "Das Schema der Tabelle %s nennt die unbekannte Spalte „%s“.",
      "The schema of table %s names the unknown column “%s”.");

  private final RuleText wording;

  DescriptionRule(FindingLevel level, String de, String en) {
    this.wording = new RuleText(level, Stage.DESCRIPTION, new Text(de, en));
  }

  @Override
  public RuleText wording() {
    return wording;
  }
}

package org.stadtstand.deliver.reading;

import static org.stadtstand.deliver.finding.FindingLevel.ERROR;
import static org.stadtstand.deliver.finding.FindingLevel.WARNING;

import org.stadtstand.deliver.finding.FindingLevel;
import org.stadtstand.deliver.finding.Rule;
import org.stadtstand.deliver.finding.Stage;
import org.stadtstand.ground.text.Text;

/** The rules for a table on its own: its header, its rows, its values. */
enum TableRule implements Rule {
  EMPTY_FILE(
      ERROR,
      "Die Datei ist leer: Es fehlt sogar die Kopfzeile. Soll die Tabelle unverändert "
          + "bleiben, die Datei weglassen.",
      "The file is empty: even the header is missing. To leave the table unchanged, "
          + "leave the file out."),
  NO_ROWS(
      WARNING,
      "Die Datei hat eine Kopfzeile, aber keine Zeilen.",
      "The file has a header, but no rows."),
  WRONG_DELIMITER(
      ERROR,
      "Die Spalten scheinen durch %s getrennt zu sein, erwartet wird %s. Die Datei "
          + "anders speichern oder dialect.delimiter angeben.",
      "The columns seem to be separated by %s, but %s is expected. Save the file differently "
          + "or set dialect.delimiter."),
  WRONG_ENCODING(
      ERROR,
      "„%s“ ist nicht in %s kodiert. Die Datei als UTF-8 speichern oder encoding " + "angeben.",
      "“%s” is not encoded in %s. Save the file as UTF-8 or set encoding."),
  /** Every byte is a sign of the agreed encoding, but no German word is made of these. */
  MISREAD_TEXT(
      ERROR,
      "„%s“ heißt wohl „%s“, in %s gespeichert und als %s gelesen. Die Datei als UTF-8 speichern"
          + " oder encoding angeben.",
      "“%s” is probably “%s”, saved in %s and read as %s. Save the file as UTF-8 or set encoding."),
  /** A quote is not closed, or not at the end of its field; reading ends there. */
  MALFORMED_CSV(
      ERROR,
      "Das Anführungszeichen, mit dem hier ein Feld beginnt, wird nicht am Ende dieses Feldes"
          + " geschlossen; die Zeilen danach gingen darin verloren. Im Text selbst wird ein"
          + " Anführungszeichen verdoppelt.",
      "The quotation mark that opens a field here is not closed at the end of that field; the rows"
          + " after it would be lost. Double any quotation mark within the text."),
  /** A field contains what looks like further rows of the table. */
  ROWS_IN_FIELD(
      ERROR,
      "Ein Feld dieser Zeile enthält, was wie weitere Zeilen der Tabelle aussieht: Vermutlich"
          + " schließt ein Anführungszeichen zu spät.",
      "A field of this row contains what looks like more rows of the table: a quotation mark"
          + " probably closes too late."),
  INVISIBLE_CHARACTER(
      ERROR,
      "„%s“ enthält ein Zeichen, das niemand sieht: %s. Bitte entfernen.",
      "“%s” contains a character that nobody can see: %s. Please remove it."),
  MISSING_COLUMN(ERROR, "Die Spalte „%s“ fehlt.", "The column “%s” is missing."),
  UNKNOWN_COLUMN(
      ERROR,
      "Die Spalte „%s“ gibt es in der Tabelle %s nicht. %s",
      "Table %2$s has no column “%1$s”. %3$s"),
  COLUMN_TWICE(
      ERROR, "Die Spalte „%s“ kommt mehrfach vor.", "The column “%s” appears more than once."),
  /**
   * Two tables were put one behind the other, or the header is there though it is said not to be.
   */
  HEADER_AGAIN(
      ERROR,
      "Hier stehen noch einmal die Namen der Spalten statt einer Zeile.",
      "The names of the columns stand here again in place of a row."),
  WRONG_FIELD_COUNT(
      ERROR,
      "Zahl der Felder in der Zeile: %s, in der Kopfzeile: %s.",
      "Number of fields in the row: %s, in the header: %s."),
  MISSING_VALUE(ERROR, "In der Spalte „%s“ fehlt der Wert.", "The column “%s” has no value."),
  FIELD_TOO_LONG(
      ERROR,
      "Der Wert hat %s Zeichen, erlaubt sind %s.",
      "The value has %s characters; %s are allowed."),
  BAD_DATE(ERROR, "„%s“ ist kein Datum der Form %s.", "“%s” is not a date of the form %s."),
  YEAR_OF_TWO_DIGITS(
      ERROR,
      "„%s“ nennt das Jahr nur mit zwei Ziffern; mit vier heißt es etwa %s.",
      "“%s” gives only two digits of the year; with four it is, for example, %s."),
  BAD_NUMBER(ERROR, "„%s“ ist keine Zahl der Form %s.", "“%s” is not a number of the form %s."),
  BAD_BOOLEAN(ERROR, "„%s“ ist weder true noch false.", "“%s” is neither true nor false."),
  UNKNOWN_VALUE(
      ERROR, "„%s“ ist kein zulässiger Wert für %s. %s", "“%s” is not a valid value for %s. %s"),
  UNKNOWN_UNIT(
      WARNING,
      "Die Einheit „%s“ steht nicht in der Liste der Einheiten (delivering-data.md). %s Sie wird so"
          + " übernommen, auch im Englischen, und nur mit sich selbst verglichen.",
      "The unit “%s” is not in the list of units (delivering-data.md). %s It is taken as it is,"
          + " also in English, and compared with itself only."),
  /** A text does not match the pattern of its column. */
  BAD_FORM(
      ERROR,
      "„%s“ hat nicht die nötige Form. Erwartet: %s.",
      "“%s” does not have the form needed. Expected: %s."),
  BAD_KEY(
      ERROR,
      "„%s“ ist kein gültiger Schlüssel: Kleinbuchstaben, Ziffern, Punkt, Unterstrich "
          + "und Bindestrich, höchstens 80 Zeichen, am Anfang ein Buchstabe oder eine Ziffer.",
      "“%s” is not a valid key: lower-case letters, digits, dot, underscore and hyphen, at "
          + "most 80 characters, starting with a letter or digit."),
  MANGLED_BY_SPREADSHEET(
      ERROR,
      "„%s“ hat eine Tabellenkalkulation verändert. Die Spalte als Text formatieren "
          + "und den Wert neu eintragen.",
      "“%s” was changed by a spreadsheet. Format the column as text and enter the "
          + "value again."),
  /** A reference is malformed, so it is wrong whatever is published. */
  BAD_REFERENCE(
      ERROR, "„%s“ ist kein Verweis. Erwartet: %s.", "“%s” is not a reference. Expected: %s.");

  private final RuleText wording;

  TableRule(FindingLevel level, String de, String en) {
    this.wording = new RuleText(level, Stage.READING, new Text(de, en));
  }

  @Override
  public RuleText wording() {
    return wording;
  }
}

package org.stadtstand.deliver.finding;

import static org.stadtstand.deliver.finding.FindingLevel.ERROR;
import static org.stadtstand.deliver.finding.FindingLevel.INFO;
import static org.stadtstand.deliver.finding.FindingLevel.WARNING;

import org.stadtstand.ground.text.Text;

/** What may be wrong with the folder of a delivery and its files. */
public enum FolderRule implements Rule {
  /** The folder is not there or cannot be read. */
  NO_FOLDER(
      ERROR,
      "Der Ordner %s fehlt oder ist nicht lesbar.",
      "The folder %s is missing or cannot be read."),
  /** A file cannot be opened. */
  UNREADABLE_FILE(ERROR, "Die Datei ist nicht lesbar: %s.", "The file cannot be read: %s."),
  /** A file is larger than the setting allows; nothing of it is read. */
  FILE_TOO_LARGE(
      ERROR,
      "Die Datei hat %s MB; erlaubt sind %s MB. Sie wurde nicht gelesen. Die Lieferung "
          + "aufteilen oder delivery.max-file-size anheben.",
      "The file has %s MB; %s MB are allowed. It was not read. Split the delivery or "
          + "raise delivery.max-file-size."),
  /** A table lies in the folder that the description does not name. */
  UNKNOWN_FILE(
      ERROR,
      "Die Tabelle ist in datapackage.json nicht als Ressource genannt und würde " + "übergangen.",
      "The table is not named as a resource in datapackage.json and would be passed " + "over."),
  /** Something that is no table lies in the folder. */
  FOREIGN_FILE(
      WARNING,
      "Die Datei gehört nicht zur Lieferung und wird übergangen.",
      "The file does not belong to the delivery and is passed over."),
  /** The description names a file that is not there. */
  MISSING_FILE(
      ERROR,
      "datapackage.json nennt die Datei, aber sie fehlt im Ordner.",
      "datapackage.json names the file, but it is not in the folder."),
  /** A folder that was published was changed afterwards; it is not imported again. */
  CHANGED_FOLDER(
      WARNING,
      "Der Ordner wurde als Ausgabe %s veröffentlicht und danach geändert. Die "
          + "Änderung wird nicht übernommen: Dafür einen neuen Ordner anlegen.",
      "The folder was published as release %s and changed afterwards. The change is "
          + "not taken over: make a new folder for it."),
  /** The same content was published before; there is nothing to do. */
  ALREADY_PUBLISHED(
      INFO,
      "Derselbe Inhalt ist schon als Ausgabe %s veröffentlicht.",
      "The same content is already published as release %s."),
  /** A file has more findings than are kept. */
  MORE_FINDINGS(
      INFO,
      "%s weitere Befunde in dieser Datei, zusammen %s.",
      "%s more findings in this file, %s in all.");

  private final FindingLevel level;
  private final Text sentence;

  FolderRule(FindingLevel level, String de, String en) {
    this.level = level;
    this.sentence = new Text(de, en);
  }

  @Override
  public FindingLevel level() {
    return level;
  }

  @Override
  public Stage stage() {
    return Stage.FOLDER;
  }

  @Override
  public Text sentence() {
    return sentence;
  }
}

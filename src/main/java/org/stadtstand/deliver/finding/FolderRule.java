package org.stadtstand.deliver.finding;

import static org.stadtstand.deliver.finding.FindingLevel.ERROR;
import static org.stadtstand.deliver.finding.FindingLevel.INFO;
import static org.stadtstand.deliver.finding.FindingLevel.WARNING;

import org.stadtstand.ground.text.Text;

/** The rules for the folder of a delivery and its files. */
public enum FolderRule implements Rule {
  NO_FOLDER(
      ERROR,
      "Der Ordner %s fehlt oder ist nicht lesbar.",
      "The folder %s is missing or cannot be read."),
  UNREADABLE_FILE(ERROR, "Die Datei ist nicht lesbar: %s.", "The file cannot be read: %s."),
  FILE_TOO_LARGE(
      ERROR,
      "Die Datei hat %s MB; erlaubt sind %s MB. Sie wurde nicht gelesen. Die Lieferung "
          + "aufteilen oder delivery.max-file-size anheben.",
      "The file has %s MB; %s MB are allowed. It was not read. Split the delivery or "
          + "raise delivery.max-file-size."),
  UNKNOWN_FILE(
      ERROR,
      "Die Tabelle ist in datapackage.json nicht als Ressource genannt und würde " + "übergangen.",
      "The table is not named as a resource in datapackage.json and would be passed " + "over."),
  /** The folder contains a file that is not a table. */
  FOREIGN_FILE(
      WARNING,
      "Die Datei gehört nicht zur Lieferung und wird übergangen.",
      "The file does not belong to the delivery and is passed over."),
  MISSING_FILE(
      ERROR,
      "datapackage.json nennt die Datei, aber sie fehlt im Ordner.",
      "datapackage.json names the file, but it is not in the folder."),
  CHANGED_FOLDER(
      WARNING,
      "Der Ordner wurde als Ausgabe %s veröffentlicht und danach geändert. Die "
          + "Änderung wird nicht übernommen: Dafür einen neuen Ordner anlegen.",
      "The folder was published as release %s and changed afterwards. The change is "
          + "not taken over: make a new folder for it."),
  ALREADY_PUBLISHED(
      INFO,
      "Derselbe Inhalt ist schon als Ausgabe %s veröffentlicht.",
      "The same content is already published as release %s."),
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

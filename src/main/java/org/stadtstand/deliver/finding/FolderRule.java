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
  OTHER_CITY(
      ERROR,
      "Die Lieferung ist von „%s“, aber die Ordner daneben sind von „%s“. Jede Kommune hat ihren"
          + " eigenen Ordner.",
      "The delivery is from “%s”, but the folders beside it are from “%s”. Each municipality has a"
          + " folder of its own."),
  SYMBOLIC_LINK(
      ERROR,
      "Das ist eine symbolische Verknüpfung, und Verknüpfungen wird nicht gefolgt. Stattdessen die"
          + " Datei oder den Ordner selbst hierher legen.",
      "This is a symbolic link, and links are not followed. Put the file or folder itself here"
          + " instead."),
  UNREADABLE_FILE(ERROR, "Die Datei ist nicht lesbar: %s.", "The file cannot be read: %s."),
  FILE_TOO_LARGE(
      ERROR,
      "Die Datei hat %s MB; erlaubt sind %s MB. Sie wurde nicht gelesen. Die Lieferung "
          + "aufteilen oder delivery.max-file-size anheben.",
      "The file has %s MB; %s MB are allowed. It was not read. Split the delivery or "
          + "raise delivery.max-file-size."),
  UNKNOWN_FILE(
      ERROR,
      "datapackage.json nennt diese Tabelle nicht als Ressource; sie würde nicht gelesen.",
      "datapackage.json does not list this table as a resource; it would not be read."),
  /** The folder contains a file that is not a table, or another folder. */
  FOREIGN_FILE(
      WARNING,
      "Das gehört nicht zur Lieferung und wird übergangen.",
      "This is not part of the delivery and is ignored."),
  MISSING_FILE(
      ERROR,
      "datapackage.json nennt diese Datei, aber sie fehlt im Ordner.",
      "datapackage.json names this file, but the folder does not contain it."),
  /** Usually a part of it: the transfer broke off, or somebody wrote the file again. */
  OTHER_CONTENT(
      ERROR,
      "Die Datei ist nicht die, die datapackage.json beschreibt: %s ist %s statt %s.",
      "The file is not the one that datapackage.json describes: %s is %s instead of %s."),
  CHANGED_FOLDER(
      WARNING,
      "Der Ordner wurde als Ausgabe %s veröffentlicht und danach geändert. Die Änderung wird"
          + " nicht übernommen; dafür einen neuen Ordner anlegen.",
      "The folder was published as release %s and changed afterwards. The change is not"
          + " imported: put it into a new folder."),
  ALREADY_PUBLISHED(
      INFO,
      "Derselbe Inhalt ist bereits als Ausgabe %s veröffentlicht.",
      "The same content has already been published as release %s."),
  MORE_FINDINGS(
      INFO,
      "Weitere Befunde in dieser Datei: %s, insgesamt %s.",
      "More findings in this file: %s, %s in all.");

  private final RuleText wording;

  FolderRule(FindingLevel level, String de, String en) {
    this.wording = new RuleText(level, Stage.FOLDER, new Text(de, en));
  }

  @Override
  public RuleText wording() {
    return wording;
  }
}

package org.stadtstand.deliver.checks;

import static org.stadtstand.deliver.finding.FindingLevel.ERROR;
import static org.stadtstand.deliver.finding.FindingLevel.WARNING;

import org.stadtstand.deliver.finding.FindingLevel;
import org.stadtstand.deliver.finding.Rule;
import org.stadtstand.deliver.finding.Stage;
import org.stadtstand.ground.text.Text;

/** The rules for a delivery compared with what is published. */
public enum ComparisonRule implements Rule {
  DUPLICATE_KEY(
      ERROR,
      "Der Schlüssel „%s“ steht schon in Zeile %s.",
      "The key “%s” is already used in line %s."),
  /** A reference names a row that was never published and is not delivered either. */
  DANGLING_REFERENCE(ERROR, "„%s“ (%s) gibt es nicht.", "There is no “%s” (%s)."),
  REFERENCE_OF_WRONG_TYPE(
      ERROR,
      "„%s“ ist keine Zeile der Tabelle %s, sondern der Tabelle %s.",
      "“%s” is not a row of table %s but of table %s."),
  /** A row in the resulting state refers to a withdrawn row. */
  REFERENCE_TO_WITHDRAWN(
      ERROR,
      "„%s“ (%s) ist zurückgezogen, wird aber in %s noch genannt: %s.",
      "“%s” (%s) is withdrawn, but %s still names it: %s."),
  CYCLE(
      ERROR,
      "„%s“ ist sich selbst übergeordnet: Die Verweise in %s bilden einen Kreis.",
      "“%s” is its own parent: the references in %s form a circle."),
  MISSING_ROW(
      WARNING,
      "„%s“ fehlt in der Liste und wird als „ohne Erläuterung zurückgezogen“ "
          + "veröffentlicht. Ein Grund gehört in withdrawals.csv.",
      "“%s” is missing from the list and will be published as withdrawn without "
          + "explanation. To give a reason, use withdrawals.csv."),
  WITHDRAWAL_WITHOUT_REASON(
      WARNING,
      "Für „%s“ in %s ist kein Grund genannt; die Zeile wird als „ohne Erläuterung zurückgezogen“"
          + " veröffentlicht. Er gehört in die Spalte reason.",
      "No reason is given for “%s” in %s, which will be published as withdrawn without"
          + " explanation. Put it into the column reason."),
  TOO_MANY_MISSING(
      ERROR,
      "Ohne Erläuterung fehlende Zeilen: %s von %s veröffentlichten; erlaubt: %s. Ist die Liste"
          + " vollständig?",
      "Published rows that are missing without explanation: %s of %s; allowed: %s. Is the list"
          + " complete?"),
  EMPTY_LIST(
      ERROR,
      "Die Liste ist leer; alles Veröffentlichte (Zeilen: %s) würde ohne Erläuterung zurückgezogen."
          + " Soll die Tabelle bleiben, wie sie ist, die Datei weglassen.",
      "The list is empty; all that is published (rows: %s) would be withdrawn without explanation."
          + " To leave the table as it is, leave the file out."),
  PROBABLE_RENAME(
      WARNING,
      "„%s“ ist neu und heißt wie „%s“, das entfällt. Ist es dasselbe, muss der alte Schlüssel"
          + " bleiben, sonst reißt seine Geschichte ab.",
      "“%s” is new and has the title of “%s”, which goes. If it is the same thing, keep the old"
          + " key; otherwise its history breaks off."),
  KEY_OF_OTHER_CITY(
      ERROR,
      "Der %s %s gehört bereits der Kommune „%s“.",
      "The %s %s already belongs to the municipality “%s”."),
  /** Who a municipality is, or on what terms it publishes, changes. */
  IDENTITY_CHANGED(
      ERROR,
      "%s von „%s“ würde von „%s“ zu „%s“. Das braucht ein Wort: eine Zeile in corrections.csv mit"
          + " table=municipality, row=%2$s, field=%1$s und dem Grund.",
      "%s of “%s” would change from “%s” to “%s”. That needs a word: a row in corrections.csv with"
          + " table=municipality, row=%2$s, field=%1$s and the reason."),
  UNEXPLAINED_CHANGE(
      WARNING,
      "%s von „%s“ ändert sich von „%s“ zu „%s“ und wird als „ohne Erläuterung geändert“"
          + " veröffentlicht. Erläutern würde es diese Zeile in %s.csv: %s.",
      "%s of “%s” changes from “%s” to “%s” and is published as changed without explanation. This"
          + " row in %s.csv would explain it: %s."),
  /** Two values of one series measure different things. */
  OTHER_UNIT(
      ERROR,
      "„%s“ hat die Einheit „%s“, „%s“ dagegen „%s“: Das lässt sich nicht vergleichen. Was"
          + " ineinander umgerechnet wird, steht in der Liste der Einheiten (delivering-data.md).",
      "“%s” has the unit “%s”, but “%s” has “%s”: that cannot be compared. The list of units"
          + " (delivering-data.md) says which convert."),
  FACTOR_OF_THOUSAND(
      WARNING,
      "%s von „%s“ ist %s und damit etwa um den Faktor 1000 anders als die übrigen Werte (um %s)."
          + " Ist ein Punkt als Tausenderpunkt gemeint?",
      "%s of “%s” is %s, about a thousand times less or more than the other values (around %s). Was"
          + " a point meant to separate thousands?"),
  ACKNOWLEDGEMENT_OF_NOTHING(
      WARNING,
      "Bestätigt wird %s bei „%s“ (%s), aber eine solche Warnung gibt es nicht.",
      "%s is acknowledged for “%s” (%s), but there is no such warning."),
  /** A row of an append-only table is delivered again with different values. */
  EVENT_CHANGED(
      ERROR,
      "„%s“ ist schon mit anderen Werten veröffentlicht (%s). Eine Änderung braucht eine Zeile in"
          + " corrections.csv.",
      "“%s” has already been published with different values (%s). Changing it needs a row in"
          + " corrections.csv."),
  CORRECTION_WITHOUT_CHANGE(
      WARNING,
      "Die Berichtigung nennt „%s“ (%s), aber die Lieferung ändert diese Zeile nicht.",
      "The correction is about “%s” (%s), but the delivery does not change that row."),
  /** The delivery brings, or the revocation restores, a value that stays withheld by law. */
  WITHHELD_VALUE(
      WARNING,
      "%s von „%s“ wird aus rechtlichen Gründen zurückgehalten (Eintrag %s) und bleibt es: Was hier"
          + " steht, wird nicht veröffentlicht. Ist der Grund entfallen oder der Wert ein anderer,"
          + " hebt der Befehl lift das auf.",
      "%s of “%s” is withheld by law (entry %s): the value given here will not be published. If the"
          + " reason no longer applies, or the value is a different one, use the command lift."),
  /** The delivery brings, or the revocation restores, a row that stays withheld by law. */
  WITHHELD_ROW(
      WARNING,
      "„%s“ wird aus rechtlichen Gründen zurückgehalten (Eintrag %s) und bleibt es: Die Zeile wird"
          + " nicht veröffentlicht. Ist der Grund entfallen oder die Zeile eine andere, hebt der"
          + " Befehl lift das auf.",
      "“%s” is withheld by law (entry %s): the row will not be published. If the reason no longer"
          + " applies, or the row is a different one, use the command lift."),
  WITHDRAWAL_OF_UNKNOWN(
      ERROR,
      "„%s“ (%s) ist nicht veröffentlicht und kann nicht zurückgezogen werden.",
      "“%s” (%s) is not published and cannot be withdrawn."),
  WITHDRAWN_BUT_LISTED(
      ERROR,
      "„%s“ (%s) wird zurückgezogen, steht aber in der Liste.",
      "“%s” (%s) is withdrawn, but it is also in the list."),
  /** A row says that it comes from somebody else than its source. */
  OTHER_ORIGIN(
      ERROR, "„%s“ passt nicht zu seiner Quelle „%s“: %s", "“%s” does not fit its source “%s”: %s"),
  /** A row names somebody who is probably not the one it says it comes from. */
  DOUBTFUL_ORIGIN(
      WARNING,
      "„%s“ (Quelle „%s“) stammt wohl nicht von dem, der als Herkunft gilt: %s",
      "“%s” (source “%s”) probably does not come from whom it says: %s"),
  /** A reconstructed release contains something that was not known on its day. */
  SOURCE_TOO_YOUNG(
      ERROR,
      "„%s“ beruht auf der Quelle „%s“ vom %s, die jünger ist als der Stand %s.",
      "“%s” rests on the source “%s” of %s, which is later than the day the release stands for,"
          + " %s."),
  /** A row of a reconstructed release rests on a source without any date. */
  SOURCE_UNDATED(
      ERROR,
      "„%s“ beruht auf der Quelle „%s“, die weder published_on noch retrieved_on hat.",
      "“%s” rests on the source “%s”, which has neither published_on nor retrieved_on."),
  RECONSTRUCTED_AFTER_PUBLISHED(
      ERROR,
      "Nach der ersten veröffentlichten Ausgabe (%s) kann keine mehr rekonstruiert werden.",
      "After the first published release (%s), no release can be reconstructed."),
  NOT_RISING(
      ERROR,
      "Die Ausgabe wäre ab %s bekannt, die vorige ist es aber ab %s: Sie muss später sein.",
      "The release would be known from %s, but the previous one is known from %s: it must be"
          + " later."),
  STANDS_FOR_AHEAD(
      ERROR,
      "Der Stand %s ist noch nicht vorbei und kann nicht rekonstruiert werden.",
      "The day %s is not over and cannot be reconstructed."),
  /** A published release stands for the day on which it is published. */
  STANDS_FOR_IGNORED(
      WARNING,
      "standsFor ist %s, aber was veröffentlicht wird (kind PUBLISHED), steht für den Tag der"
          + " Veröffentlichung, %s. Ein früherer Stand ist RECONSTRUCTED.",
      "standsFor is %s, but what is published (kind PUBLISHED) stands for the day of its"
          + " publication, %s. An earlier state is RECONSTRUCTED."),
  REVOKES_UNKNOWN(
      ERROR,
      "Die Ausgabe %s, die zurückgenommen werden soll, gibt es nicht.",
      "There is no release %s to take back."),
  REVOKES_WITHOUT_REASON(
      ERROR,
      "Die Rücknahme von Ausgabe %s braucht einen Grund; er steht bei jeder Antwort, die auf ihr"
          + " beruht.",
      "Taking back release %s needs a reason; every answer that rests on it will show it."),
  REVOKED_BEFORE(
      ERROR,
      "Die Ausgabe %s wurde schon mit Ausgabe %s zurückgenommen. Soll sie wieder gelten, "
          + "ist diese Rücknahme zurückzunehmen.",
      "Release %s was already taken back by release %s. To restore it, take back that"
          + " revocation."),
  NOTHING_TO_RESTORE(
      ERROR,
      "Von Ausgabe %s lässt sich nichts zurücknehmen: Sie hat nichts geändert, oder alles wurde "
          + "seither geändert.",
      "Nothing of release %s can be taken back: it changed nothing, or all of it has changed "
          + "since."),
  CHANGED_SINCE(
      WARNING,
      "„%s“ wurde seit der Ausgabe, die zurückgenommen wird, geändert und bleibt, wie es ist.",
      "“%s” has changed since the release that is taken back, and stays as it is."),
  STILL_REFERRED_TO(
      WARNING,
      "„%s“ bleibt, weil seither etwas veröffentlicht wurde, das darauf verweist.",
      "“%s” stays, because something that refers to it was published since."),
  REFERS_TO_GONE(
      WARNING,
      "„%s“ wird nicht wiederhergestellt, weil es auf etwas verweist, das inzwischen "
          + "zurückgezogen ist.",
      "“%s” is not restored, because it refers to something that has been withdrawn since."),
  /** The revoked release also brought the municipality itself, which stays as it is. */
  MUNICIPALITY_STAYS(
      WARNING,
      "„%s“ ist die Kommune selbst und bleibt.",
      "“%s” is the municipality itself and stays."),
  NO_SUCH_MUNICIPALITY(
      ERROR,
      "Eine Kommune mit dem Schlüssel „%s“ hat hier nichts veröffentlicht.",
      "No municipality with the key “%s” has published anything here."),
  NO_MUNICIPALITY(
      ERROR,
      "Die Tabelle municipality fehlt: Die erste Lieferung muss die Kommune selbst " + "nennen.",
      "The table municipality is missing: the first delivery must bring the "
          + "municipality itself."),
  OTHER_MUNICIPALITY(
      ERROR,
      "Die Tabelle muss genau eine Zeile mit dem Schlüssel „%s“ haben.",
      "The table must have exactly one row, with the key “%s”."),
  /** An event gives a new value for an attribute that differs from the delivered one. */
  NEW_VALUE_DIFFERS(
      ERROR,
      "%s von „%s“ wurde laut „%s“ zu „%s“, geliefert ist aber „%s“.",
      "According to “%3$s”, %1$s of “%2$s” became “%4$s”, but “%5$s” is delivered."),
  /** An event gives an old value for an attribute that differs from the published one. */
  OLD_VALUE_DIFFERS(
      ERROR,
      "%s von „%s“ war laut „%s“ zuvor „%s“, veröffentlicht ist aber „%s“.",
      "According to “%3$s”, %1$s of “%2$s” was “%4$s” before, but “%5$s” is published.");

  private final RuleText wording;

  ComparisonRule(FindingLevel level, String de, String en) {
    this.wording = new RuleText(level, Stage.COMPARISON, new Text(de, en));
  }

  @Override
  public RuleText wording() {
    return wording;
  }
}

package org.stadtstand.city.evidence;

import static org.stadtstand.record.declaration.Column.anyReference;
import static org.stadtstand.record.declaration.Column.choice;
import static org.stadtstand.record.declaration.Column.date;
import static org.stadtstand.record.declaration.Column.decimal;
import static org.stadtstand.record.declaration.Column.partialDate;
import static org.stadtstand.record.declaration.Column.text;

import java.util.List;
import org.springframework.stereotype.Component;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.Room;
import org.stadtstand.record.declaration.RowRule;

/** The tables of sources, foreign identifiers, claims and corrections. */
@Component
class EvidenceRoom implements Room {

  static final RecordType SOURCE =
      RecordType.append(
              10,
              "source",
              choice("kind", SourceKind.class).must().called("Art der Quelle", "kind of source"),
              text("publisher").must().called("Herausgeber", "publisher"),
              text("title").must().sortable().called("Titel", "title"),
              text("url").matching("https?://\\S+").called("Adresse", "address"),
              partialDate("published_on").called("veröffentlicht am", "published on"),
              date("retrieved_on").called("abgerufen am", "retrieved on").free(),
              text("licence").called("Lizenz", "licence"),
              choice("reuse", Reuse.class).must().called("Nachnutzung", "reuse"))
          .called("Quelle", "source");

  static final RecordType IDENTIFIER =
      RecordType.fullList(
              11,
              "identifier",
              anyReference("subject").must().owning().called("Gegenstand", "subject"),
              choice("scheme", IdentifierScheme.class).must().called("Schema", "scheme"),
              text("value").must().called("Wert", "value"),
              date("valid_from").called("gültig ab", "valid from"),
              date("valid_to").called("gültig bis", "valid to"))
          .keyedBy("subject", "scheme", "value")
          .called("Kennung", "identifier")
          .tells(ChangeKind.CREATED, "{scheme} {value}", "{scheme} {value}");

  static final RecordType CLAIM =
      RecordType.append(
              12,
              "claim",
              choice("topic", ClaimTopic.class).must().called("Thema", "topic"),
              anyReference("subject").called("Gegenstand", "subject"),
              partialDate("said_on").must().called("gesagt am", "said on"),
              text("said_by").must().called("gesagt von", "said by"),
              text("wording").must().called("Wortlaut", "wording"),
              decimal("value").called("Wert", "value"),
              choice("qualifier", Qualifier.class).called("Genauigkeit", "qualifier"),
              text("unit").called("Einheit", "unit"),
              choice("verdict", Verdict.class).called("Prüfergebnis", "verdict"))
          .called("Aussage", "claim")
          .tells(
              ChangeKind.CREATED,
              "{said_by}, {said_on}: „{wording}“",
              "{said_by}, {said_on}: “{wording}”");

  static final RecordType CORRECTION =
      RecordType.append(
              13,
              "correction",
              anyReference("corrected").must().called("berichtigte Zeile", "corrected row"),
              text("field").called("Feld", "field"),
              text("reason").must().called("Grund", "reason"))
          .called("Berichtigung", "correction")
          .tells(
              ChangeKind.CORRECTED,
              "Berichtigung[ von {field}]: {reason}",
              "correction[ of {field}]: {reason}");

  @Override
  public List<RecordType> recordTypes() {
    return List.of(SOURCE, IDENTIFIER, CLAIM, CORRECTION);
  }

  @Override
  public List<RowRule> rowRules() {
    return List.of(new LeikaKeyRule(), RowRule.inOrder("identifier", "valid_from", "valid_to"));
  }
}

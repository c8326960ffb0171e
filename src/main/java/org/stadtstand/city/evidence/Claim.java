package org.stadtstand.city.evidence;

import static org.stadtstand.record.declaration.Column.anyReference;
import static org.stadtstand.record.declaration.Column.bool;
import static org.stadtstand.record.declaration.Column.choice;
import static org.stadtstand.record.declaration.Column.decimal;
import static org.stadtstand.record.declaration.Column.partialDate;
import static org.stadtstand.record.declaration.Column.text;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.unit.Unit;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.listing.Filters;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.PublishedFact;

/** Something a body or a news medium said, which need not be true. */
public record Claim(
    int record,
    String key,
    Pin pin,
    ClaimTopic topic,
    @Nullable Integer subjectRecord,
    @Nullable Integer subjectType,
    PartialDate saidOn,
    String saidBy,
    String wording,
    boolean verbatim,
    @Nullable BigDecimal value,
    @Nullable Qualifier qualifier,
    @Nullable Unit unit,
    @Nullable Verdict verdict,
    int sourceRecord,
    @Nullable String note)
    implements PublishedFact {

  static final RecordType TABLE =
      RecordType.append(
              12,
              "claim",
              choice("topic", ClaimTopic.class).must().called("Thema", "topic"),
              anyReference("subject").called("Gegenstand", "subject"),
              partialDate("said_on").must().called("gesagt am", "said on"),
              text("said_by").must().called("gesagt von", "said by"),
              text("wording").must().quotedIf("verbatim").called("Wortlaut", "wording"),
              bool("verbatim").must().called("wörtlich", "verbatim"),
              decimal("value").called("Wert", "value"),
              choice("qualifier", Qualifier.class).called("Genauigkeit", "qualifier"),
              Column.unit(),
              choice("verdict", Verdict.class).called("Prüfergebnis", "verdict"))
          .called("Aussage", "claim")
          .figured()
          .tells(
              ChangeKind.CREATED,
              "{said_by}, {said_on}: {wording} – Quelle: {source}",
              "{said_by}, {said_on}: {wording} – source: {source}")
          .build();

  public static final ListedType<Claim> TYPE =
      ListedType.of(TABLE, Claim.class)
          .filter("saidBy", Filters.word("{t}.said_by"))
          .defaultOrder("SAID_ON")
          .build();

  String quotation(Language language) {
    return language.spoken(wording, verbatim);
  }
}

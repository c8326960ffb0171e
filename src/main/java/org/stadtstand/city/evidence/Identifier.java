package org.stadtstand.city.evidence;

import static org.stadtstand.record.declaration.Column.anyReference;
import static org.stadtstand.record.declaration.Column.choice;
import static org.stadtstand.record.declaration.Column.date;
import static org.stadtstand.record.declaration.Column.text;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.PublishedFact;

/** A thing's name in another register, and the period in which it was valid. */
public record Identifier(
    int record,
    String key,
    Pin pin,
    int subjectRecord,
    int subjectType,
    IdentifierScheme scheme,
    String value,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    int sourceRecord,
    @Nullable String note)
    implements PublishedFact {

  static final RecordType TABLE =
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
          .tells(ChangeKind.CREATED, "{scheme} {value}", "{scheme} {value}")
          .build();

  public static final ListedType<Identifier> TYPE =
      ListedType.of(TABLE, Identifier.class)
          .unfiltered("subject")
          .unordered("VALID_FROM", "VALID_TO")
          .build();
}

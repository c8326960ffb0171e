package org.stadtstand.city.municipality;

import static org.stadtstand.record.declaration.Column.bool;
import static org.stadtstand.record.declaration.Column.choice;
import static org.stadtstand.record.declaration.Column.integer;
import static org.stadtstand.record.declaration.Column.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Text;
import org.stadtstand.ground.text.Translation;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.PublishedFact;

/**
 * How many records of a type are listed, how many its source says there are, and whether that is
 * all.
 */
record Coverage(
    int record,
    String key,
    Pin pin,
    CoveredType type,
    int listed,
    @Nullable Integer claimed,
    boolean complete,
    @Nullable Text note,
    @Nullable Translation translation,
    int sourceRecord)
    implements PublishedFact {

  /** A row's key is its type in lower case. */
  static final RecordType TABLE =
      RecordType.fullList(
              2,
              "coverage",
              choice("type", CoveredType.class).must().called("Art", "type").free(),
              integer("claimed").called("behauptete Anzahl", "number claimed").free(),
              bool("complete").must().called("vollständig", "complete").free(),
              text("note_de").called("Hinweis", "remark"),
              text("note_en").called("Hinweis (englisch)", "remark (English)"),
              Column.translation())
          .keyedBy("type")
          .called("Erfassungsstand", "coverage")
          .build();

  static final ListedType<Coverage> TYPE =
      ListedType.of(TABLE, Coverage.class).column("listed", listedRows()).build();

  /** Counts the covered type's rows at the pin, so that the number listed is never a mere claim. */
  private static String listedRows() {
    return Arrays.stream(CoveredType.values())
        .map(type -> type.name().toLowerCase(Locale.ROOT))
        .map(
            table ->
                """
                when '%s' then (
                  select cast(count(*) as int) from %s c
                  where c.municipality = {t}.municipality
                    and c.since <= pin.release and c.until > pin.release)\
                """
                    .formatted(table.toUpperCase(Locale.ROOT), table))
        .collect(Collectors.joining(" ", "case {t}.type ", " end"));
  }
}

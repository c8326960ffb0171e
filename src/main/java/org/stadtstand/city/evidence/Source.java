package org.stadtstand.city.evidence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Sourced;

/** A publication that facts are taken from. */
record Source(
    int record,
    String key,
    Pin pin,
    SourceKind kind,
    String publisher,
    String title,
    @Nullable String url,
    @Nullable PartialDate publishedOn,
    @Nullable LocalDate retrievedOn,
    @Nullable String licence,
    Reuse reuse,
    @Nullable String note)
    implements Sourced {

  static Source read(Row row, Pin pin) {
    return new Source(
        row.record(),
        row.key(),
        pin,
        row.choice(SourceKind.class, "kind"),
        row.text("publisher"),
        row.text("title"),
        row.textOrNull("url"),
        row.partialDateOrNull("published_on"),
        row.dateOrNull("retrieved_on"),
        row.textOrNull("licence"),
        row.choice(Reuse.class, "reuse"),
        row.textOrNull("note"));
  }

  @Override
  public int sourceRecord() {
    return record;
  }
}

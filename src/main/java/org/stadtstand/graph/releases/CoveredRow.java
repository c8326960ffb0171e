package org.stadtstand.graph.releases;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.record.time.Pin;

/** A row that the hash of a release covers, with what is needed to check it. */
record CoveredRow(
    Event event,
    String table,
    String key,
    int openedBy,
    @Nullable String canonical,
    @Nullable RedactedRow withheld,
    @Nullable String salt,
    String digest) {

  /** What a release did to a row. */
  enum Event {
    RELEASE,
    OPENED,
    WITHDRAWN,
    CLOSED,
    REDACTED
  }

  static CoveredRow read(Row row, Pin asked) {
    return new CoveredRow(
        row.choice(Event.class, "event"),
        row.text("table"),
        row.text("key"),
        row.integer("opened_by"),
        row.textOrNull("canonical"),
        row.textOrNull("reason") == null ? null : RedactedRow.read(row, asked),
        row.textOrNull("salt"),
        row.text("digest"));
  }
}

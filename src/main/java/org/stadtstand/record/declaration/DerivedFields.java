package org.stadtstand.record.declaration;

import java.util.List;

/**
 * Fields of a type that follow from rows other than the record's own, and so have sources other
 * than its own. Each gets a field with its citation beside it.
 *
 * @param sources SQL that tells which sources {@code {t}} the fields of the record {@code {p}} rest
 *     on at the pin
 */
public record DerivedFields(String typeName, List<String> fields, String sources) {

  public DerivedFields {
    fields = List.copyOf(fields);
  }

  /** Fields that rest on the rows whose sources the selects list. */
  public static DerivedFields of(String typeName, List<String> fields, String... selects) {
    return new DerivedFields(
        typeName, fields, "{t}.record in (" + String.join(" union all ", selects) + ")");
  }

  /** The source of a row as published at the pin, as a select; none if there is no row. */
  public static String sourceOf(String table, String record) {
    return "select x.source from %s x where x.record = %s and %s"
        .formatted(table, record, published("x"));
  }

  /** The condition that a row was published at the pin. */
  public static String published(String row) {
    return "%1$s.since <= pin.release and %1$s.until > pin.release".formatted(row);
  }
}

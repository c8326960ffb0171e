package org.stadtstand.deliver.redaction;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.SortKey;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.StandIn;

/** The value shown in place of one withheld by law. */
final class Placeholder {

  /** Replaces a text that must not be empty. */
  static final String TEXT = "[zurückgehalten]";

  private Placeholder() {}

  /**
   * The values of the columns that store the withheld value.
   *
   * @param columns the last is the sort key, if there is one
   */
  static Map<String, @Nullable String> values(Column column, List<String> columns) {
    String value = of(column);
    Map<String, @Nullable String> values = new LinkedHashMap<>();
    columns.forEach(name -> values.put(name, value));
    if (column.sorted()) {
      values.put(columns.getLast(), value == null ? null : SortKey.of(value));
    }
    return values;
  }

  /** The assignments of an update; null is written literally, because it may be of any type. */
  static String assignments(Map<String, @Nullable String> values) {
    return values.entrySet().stream()
        .map(
            value ->
                value.getKey() + (value.getValue() == null ? " = null" : " = :" + value.getKey()))
        .collect(Collectors.joining(", "));
  }

  /** Null if the column may be empty; no number or date can stand for a missing one. */
  static @Nullable String of(Column column) {
    if (!column.required() && column.defaultValue() == null) {
      return null;
    }
    return switch (column.kind()) {
      case TEXT, UNIT -> TEXT;
      case CHOICE -> Optional.ofNullable(StandIn.of(column)).orElseThrow(() -> none(column));
      case LIST, INTEGER, DECIMAL, BOOLEAN, DATE, PARTIAL_DATE, REFERENCE -> throw none(column);
    };
  }

  private static RedactionRefused none(Column column) {
    return new RedactionRefused(
        "%s darf nicht leer sein, und kein Wert steht für „unbekannt“; nur die ganze Zeile kann"
                .formatted(column.name())
            + " zurückgehalten werden (ohne --field).",
        "%s must not be empty, and no value stands for “unknown”; only the whole row can be"
                .formatted(column.name())
            + " withheld (without --field).");
  }

  /** Whether a publisher writes into it what he likes, and so maybe what must be withheld. */
  static boolean isFree(Column column) {
    return switch (column.kind()) {
      case TEXT, UNIT, LIST -> true;
      default -> false;
    };
  }
}

package org.stadtstand.record.declaration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Text;

/**
 * The choice that stands where a value that must not be empty is withheld by law. It is a value
 * like any other to whoever reads it alone, so that labels, filters and groups have to tell it from
 * one that the publisher stated.
 */
public final class StandIn {

  /** What is said of a value that is withheld, in the place of its words. */
  public static final Text WORDS = new Text("gesetzlich zurückgehalten", "withheld by law");

  private static final List<String> NEUTRAL = List.of("UNKNOWN", "OTHER");

  private StandIn() {}

  /** Null if the column is no choice, may be empty, or has no value that says nothing. */
  public static @Nullable String of(Column column) {
    boolean filled = column.required() || column.defaultValue() != null;
    return column.kind() == Column.Kind.CHOICE && filled
        ? NEUTRAL.stream().filter(column.allowed()::contains).findFirst().orElse(null)
        : null;
  }
}

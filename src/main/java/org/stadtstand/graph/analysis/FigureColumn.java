package org.stadtstand.graph.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stadtstand.record.listing.FilterField;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.ListedTypes;

/**
 * A column of which figures can be asked: what a filter compares, of a kind that more can be said
 * of than whether it fits.
 */
record FigureColumn(String name, FilterField.Value value) {

  private static final FilterField.Value MUNICIPALITY =
      new FilterField.Value(
          FilterField.Kind.REFERENCE, "{t}.municipality", "Municipality", null, null, null);

  /** Whether the lists of a type have figures: tables say so, and all events do. */
  static boolean isFigured(ListedType<?> type) {
    return type.recordType() == null ? type.hasStates() : type.recordType().figured();
  }

  /** The columns of a type, in the order of its filters. */
  static List<FigureColumn> of(ListedType<?> type, ListedTypes types) {
    List<FigureColumn> columns = new ArrayList<>();
    types
        .filters(type)
        .forEach(
            (name, filter) -> {
              if (filter.value() != null) {
                columns.add(new FigureColumn(name, filter.value()));
              }
            });
    columns.add(new FigureColumn("municipality", MUNICIPALITY));
    return columns;
  }

  FigureKind kind() {
    return FigureKind.of(value.kind());
  }

  /** Its name in enums: {@code plannedEnd} is PLANNED_END. */
  String constant() {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }
}

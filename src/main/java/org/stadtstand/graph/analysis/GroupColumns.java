package org.stadtstand.graph.analysis;

import java.util.ArrayList;
import java.util.List;
import org.stadtstand.record.listing.FilterField;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.ListedTypes;

/** The columns of a type by which its lists can be grouped: those with figures, and several. */
record GroupColumns(String typeName, List<FigureColumn> all) {

  GroupColumns {
    all = List.copyOf(all);
  }

  static GroupColumns of(ListedType<?> type, ListedTypes types) {
    List<FigureColumn> all = new ArrayList<>(FigureColumn.of(type, types));
    types
        .filters(type)
        .forEach(
            (name, filter) -> {
              FilterField.Value value = filter.value();
              if (value != null && value.kind() == FilterField.Kind.WORDS) {
                all.add(new FigureColumn(name, value));
              }
            });
    types.relations().stream()
        .filter(relation -> relation.parentType().equals(type.typeName()))
        .filter(relation -> relation.filters() && relation.isShared())
        .forEach(relation -> all.add(FigureColumn.of(relation)));
    return new GroupColumns(type.typeName(), all);
  }

  /** Those that can be keys: amounts cannot. */
  List<FigureColumn> keys() {
    return all.stream().filter(column -> column.value().kind() != FilterField.Kind.MONEY).toList();
  }

  /** The column of a constant of the API, which the schema has checked. */
  FigureColumn of(String constant) {
    return all.stream()
        .filter(column -> column.constant().equals(constant))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(typeName + " has no column " + constant));
  }
}

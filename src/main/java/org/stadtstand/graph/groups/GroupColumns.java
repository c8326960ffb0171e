package org.stadtstand.graph.groups;

import java.util.List;
import java.util.Map;
import org.stadtstand.graph.figures.AskedFigure;
import org.stadtstand.graph.figures.Figure;
import org.stadtstand.graph.figures.FigureColumn;
import org.stadtstand.graph.figures.FigureFields;
import org.stadtstand.record.listing.FilterField;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.ListedTypes;

/** The columns of a type by which its lists can be grouped. */
record GroupColumns(String typeName, List<FigureColumn> all) {

  GroupColumns {
    all = List.copyOf(all);
  }

  static GroupColumns of(ListedType<?> type, ListedTypes types) {
    return new GroupColumns(type.typeName(), FigureColumn.of(type, types));
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

  /** The figure that an order or a condition of groups names, as a selection would. */
  AskedFigure figure(Map<String, Object> asked) {
    Figure figure = Figure.valueOf(String.valueOf(asked.get("figure")));
    Map<String, Object> filter = FigureFields.filter(asked, "filter");
    Object field = asked.get("field");
    if (figure.isOfRows()) {
      if (field != null) {
        throw GroupStep.bad(
            figure + " is a figure of rows, not of " + field + ".", "Leave the field out.");
      }
      return switch (figure) {
        case COUNT -> AskedFigure.count(filter);
        case PERCENT -> AskedFigure.percent(filter, FigureFields.filter(asked, "of"));
        default -> AskedFigure.share();
      };
    }
    if (field == null) {
      throw GroupStep.bad(figure + " needs a column.", "Say of which field.");
    }
    FigureColumn column = of(String.valueOf(field));
    if (!column.kind().figures().contains(figure)) {
      throw GroupStep.bad(
          "%s has no %s.".formatted(column.constant(), figure),
          "What a column can do is in the schema: aggregates { " + column.name() + " { … } }.");
    }
    return new AskedFigure(figure, column, filter, Map.of());
  }
}

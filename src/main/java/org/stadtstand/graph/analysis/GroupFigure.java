package org.stadtstand.graph.analysis;

import java.util.Map;
import org.stadtstand.record.listing.FilterField;

/** The figure that an order or a condition of groups names, as a selection would. */
final class GroupFigure {

  private GroupFigure() {}

  static AskedFigure of(Map<String, Object> asked, GroupColumns columns) {
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
    FigureColumn column = columns.of(String.valueOf(field));
    if (column.value().kind() == FilterField.Kind.WORDS
        || !column.kind().figures().contains(figure)) {
      throw GroupStep.bad(
          "%s has no %s.".formatted(column.constant(), figure),
          "What a column can do is in the schema: aggregates { " + column.name() + " { … } }.");
    }
    return new AskedFigure(figure, column, filter, Map.of());
  }
}

package org.stadtstand.graph.groups;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.figures.AskedFigure;
import org.stadtstand.graph.figures.FigureFields;
import org.stadtstand.graph.figures.FigureKind;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.listing.Filters;

/** What a figure of a group must be, so that the group is listed. */
record GroupCondition(AskedFigure figure, Map<String, Object> operators) {

  static GroupCondition of(
      Map<String, Object> asked, GroupColumns columns, Set<AskedFigure> selected) {
    AskedFigure figure = columns.figure(asked);
    if (!selected.contains(figure)) {
      throw GroupStep.bad(
          "having names a figure that is not asked for, so nobody could see why groups are"
              + " missing.",
          "Ask for it as well, with the same filter.");
    }
    boolean date = figure.kind() == FigureKind.DATES && !figure.figure().isCount();
    String fitting = date ? "date" : "number";
    if (asked.get(date ? "number" : "date") != null || asked.get(fitting) == null) {
      throw GroupStep.bad(
          "The condition on %s must be a %s.".formatted(figure.figure(), fitting),
          "Write %s: {gt: …}.".formatted(fitting));
    }
    Map<String, Object> operators = FigureFields.filter(asked, fitting);
    operators.forEach(Filters::given);
    if (operators.get("within") instanceof String range) {
      Filters.range(range);
    }
    return new GroupCondition(figure, operators);
  }

  /** Whether a figure of a group fulfils it; one that is missing fulfils only that it is. */
  boolean holds(@Nullable Object figure) {
    return operators.entrySet().stream()
        .allMatch(one -> holds(figure, one.getKey(), one.getValue()));
  }

  private static boolean holds(@Nullable Object figure, String operator, Object value) {
    if (operator.equals("isNull")) {
      return (figure == null) == Boolean.TRUE.equals(value);
    }
    if (figure == null) {
      return false;
    }
    if (operator.equals("within")) {
      PartialDate range = PartialDate.parse((String) value);
      PartialDate date = (PartialDate) figure;
      return !date.earliest().isBefore(range.earliest()) && !date.latest().isAfter(range.latest());
    }
    if (operator.equals("in")) {
      return ((List<?>) value).stream().anyMatch(one -> compare(figure, one) == 0);
    }
    int order = compare(figure, value);
    return switch (operator) {
      case "eq" -> order == 0;
      case "lt" -> order < 0;
      case "lte" -> order <= 0;
      case "gt" -> order > 0;
      case "gte" -> order >= 0;
      default -> throw Filters.unknown(operator);
    };
  }

  /** Of dates the latest day counts. */
  static int compare(Object one, Object other) {
    return one instanceof PartialDate date
        ? date.latest()
            .compareTo(other instanceof PartialDate last ? last.latest() : (LocalDate) other)
        : new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString()));
  }
}

package org.stadtstand.graph.groups;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.figures.FigureColumn;
import org.stadtstand.graph.groups.Period.DateUnit;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.record.listing.FilterField;

/**
 * One step of a grouping: a column, and how its values become keys. It refuses what the kind of the
 * column cannot do.
 *
 * @param unit of a date, how long the periods are
 * @param level of an organisational unit, of which sort the unit above it is that is meant
 * @param edges of a number, where classes begin; empty if each value is a key
 * @param empty whether values that no row has are keys, too
 */
record GroupStep(
    FigureColumn column,
    DateUnit unit,
    @Nullable String level,
    List<BigDecimal> edges,
    boolean empty) {

  /** How many columns of a statement are its key. */
  static final int COLUMNS = 3;

  private static final int EDGES = 20;

  GroupStep {
    edges = List.copyOf(edges);
  }

  @SuppressWarnings("unchecked")
  static GroupStep of(Map<String, Object> asked, GroupColumns columns) {
    FigureColumn column = columns.of(String.valueOf(asked.get("field")));
    FilterField.Kind kind = column.value().kind();
    if (kind == FilterField.Kind.MONEY) {
      throw bad(column.constant() + " is an amount, which makes no groups.", "Ask its figures.");
    }
    refuseUnless(kind == FilterField.Kind.DATE, asked, "unit", column, "a date");
    refuseUnless(column.isUnit(), asked, "level", column, "an organisational unit");
    boolean number = kind == FilterField.Kind.INTEGER || kind == FilterField.Kind.DECIMAL;
    refuseUnless(number, asked, "edges", column, "a number");
    Object unit = asked.get("unit");
    Object level = asked.get("level");
    Object edges = asked.get("edges");
    boolean empty = Boolean.TRUE.equals(asked.get("empty"));
    if (empty && !isListed(kind, edges)) {
      throw bad(
          "%s has no list of values that no row may have.".formatted(column.constant()),
          "empty is for choices, yes or no, dates, and numbers with edges.");
    }
    return new GroupStep(
        column,
        unit == null ? DateUnit.YEAR : DateUnit.valueOf(unit.toString()),
        level == null ? null : level.toString(),
        checked(edges == null ? List.of() : (List<BigDecimal>) edges),
        empty);
  }

  /** Whether all values that rows may have are known. */
  private static boolean isListed(FilterField.Kind kind, @Nullable Object edges) {
    return switch (kind) {
      case CHOICE, FLAG, DATE -> true;
      case INTEGER, DECIMAL -> edges != null && !List.of().equals(edges);
      case REFERENCE, SUBJECT, WORD, WORDS, MONEY -> false;
    };
  }

  private static void refuseUnless(
      boolean possible, Map<String, Object> asked, String name, FigureColumn column, String kind) {
    if (!possible && asked.get(name) != null) {
      throw bad(
          "%s cannot be grouped with %s, because it is not %s."
              .formatted(column.constant(), name, kind),
          "Leave " + name + " out.");
    }
  }

  private static List<BigDecimal> checked(List<BigDecimal> edges) {
    if (edges.size() > EDGES) {
      throw bad("There are " + edges.size() + " edges.", "Give at most " + EDGES + ".");
    }
    if (IntStream.range(1, edges.size())
        .anyMatch(i -> edges.get(i - 1).compareTo(edges.get(i)) >= 0)) {
      throw bad("The edges do not rise.", "Write them from the smallest to the largest.");
    }
    return edges;
  }

  static ApiError bad(String sentence, String hint) {
    return new ApiError(ErrorCode.BAD_GROUP, sentence, hint);
  }

  boolean isMany() {
    return column.isMany();
  }
}

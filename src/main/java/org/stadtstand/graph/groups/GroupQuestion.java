package org.stadtstand.graph.groups;

import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.SelectedField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.figures.AskedFigure;
import org.stadtstand.graph.figures.Figure;
import org.stadtstand.graph.figures.FigureFields;
import org.stadtstand.graph.figures.FigureNotices;
import org.stadtstand.record.listing.Page;

/**
 * How a list is to be grouped, as its arguments say and as far as its selection decides what has to
 * be read. It refuses what makes no sense before anything is read.
 *
 * @param read the figures of each group that are asked for, or ordered by
 */
record GroupQuestion(
    List<GroupStep> steps,
    List<GroupCondition> having,
    List<GroupOrder> order,
    Set<AskedFigure> read) {

  private static final int STEPS = 3;

  static GroupQuestion of(
      GroupColumns columns,
      Map<String, Object> arguments,
      DataFetchingFieldSelectionSet selection) {
    List<GroupStep> steps =
        inputs(arguments, "by").stream().map(step -> GroupStep.of(step, columns)).toList();
    check(steps);
    Set<String> names =
        steps.stream().map(step -> step.column().name()).collect(Collectors.toSet());
    Set<AskedFigure> selected = new LinkedHashSet<>();
    selection.getImmediateFields().stream()
        .filter(group -> group.getName().equals("nodes"))
        .flatMap(group -> group.getSelectionSet().getImmediateFields().stream())
        .forEach(part -> select(part, columns, names, selected));
    List<GroupCondition> having =
        inputs(arguments, "having").stream()
            .map(one -> GroupCondition.of(one, columns, selected))
            .toList();
    List<GroupOrder> order =
        inputs(arguments, "orderBy").stream()
            .map(one -> GroupOrder.of(one, columns, steps))
            .toList();
    Set<AskedFigure> read = new LinkedHashSet<>(selected);
    selected.stream().map(FigureNotices::besides).forEach(read::addAll);
    read.add(AskedFigure.count(Map.of()));
    order.stream().map(GroupOrder::figure).filter(figure -> figure != null).forEach(read::add);
    return new GroupQuestion(steps, having, order, read);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> inputs(Map<String, Object> arguments, String name) {
    @Nullable Object given = arguments.get(name);
    return given == null ? List.of() : (List<Map<String, Object>>) given;
  }

  private static void check(List<GroupStep> steps) {
    if (steps.isEmpty() || steps.size() > STEPS) {
      throw GroupStep.bad(
          "There are %d columns to group by.".formatted(steps.size()),
          "Give one to three, the outermost first.");
    }
    if (steps.stream().map(GroupStep::column).distinct().count() < steps.size()) {
      throw GroupStep.bad(
          "A column is grouped by twice.", "Name each once, a date with its smallest unit.");
    }
    if (steps.stream().filter(GroupStep::isMany).count() > 1) {
      throw GroupStep.bad(
          "Two columns have several values a row, and no number of their pairs means anything.",
          "Group by one of them, and filter by the other.");
    }
  }

  private static void select(
      SelectedField part, GroupColumns columns, Set<String> keys, Set<AskedFigure> selected) {
    switch (part.getName()) {
      case "keys" ->
          part.getSelectionSet().getImmediateFields().stream()
              .map(key -> key.getName().replaceFirst("(Label|Absent)$", ""))
              .filter(name -> !name.startsWith("__") && !keys.contains(name))
              .findFirst()
              .ifPresent(
                  name -> {
                    throw GroupStep.bad(
                        "The key \"%s\" is asked for, and the list is not grouped by it."
                            .formatted(name),
                        "Add it to by, or leave it out of keys.");
                  });
      case "count" -> selected.add(AskedFigure.count(filter(part, "filter")));
      case "percent" ->
          selected.add(AskedFigure.percent(filter(part, "filter"), filter(part, "of")));
      case "share" -> selected.add(AskedFigure.share());
      case "aggregates" -> selected.addAll(aggregates(part, columns));
      case "rows" -> GroupRows.check(part.getSelectionSet());
      default -> {
        // Nothing that has to be read.
      }
    }
  }

  private static List<AskedFigure> aggregates(SelectedField part, GroupColumns columns) {
    List<AskedFigure> figures = new ArrayList<>();
    for (SelectedField own : part.getSelectionSet().getImmediateFields()) {
      columns.all().stream()
          .filter(column -> column.name().equals(own.getName()))
          .forEach(
              column ->
                  own.getSelectionSet().getImmediateFields().stream()
                      .map(figure -> Figure.ofField(figure.getName()))
                      .flatMap(java.util.Optional::stream)
                      .map(
                          figure ->
                              new AskedFigure(figure, column, filter(part, "filter"), Map.of()))
                      .forEach(figures::add));
    }
    return figures;
  }

  private static Map<String, Object> filter(SelectedField field, String name) {
    return FigureFields.filter(field.getArguments(), name);
  }

  /** All figures that are named anywhere. */
  Stream<AskedFigure> figures() {
    return Stream.concat(read.stream(), having.stream().map(GroupCondition::figure));
  }

  /** How many groups a page has. */
  static int size(Map<String, Object> arguments) {
    return Page.of((Integer) arguments.get("first"), null, null, null).size();
  }

  /**
   * One step of sorting groups.
   *
   * @param key which of the keys; -1 if by a figure
   */
  record GroupOrder(
      int key, @Nullable AskedFigure figure, boolean descending, boolean absentFirst) {

    static GroupOrder of(Map<String, Object> asked, GroupColumns columns, List<GroupStep> steps) {
      boolean descending = "DESC".equals(asked.get("direction"));
      boolean first = "FIRST".equals(asked.get("nulls"));
      if (asked.get("figure") != null) {
        return new GroupOrder(-1, columns.figure(asked), descending, first);
      }
      Object field = asked.get("field");
      int key =
          IntStream.range(0, steps.size())
              .filter(i -> steps.get(i).column().constant().equals(field))
              .findFirst()
              .orElseThrow(
                  () ->
                      GroupStep.bad(
                          field == null
                              ? "A step of the order names neither a key nor a figure."
                              : "The groups have no key " + field + " to be sorted by.",
                          "Sort by a column in by, or by a figure."));
      return new GroupOrder(key, null, descending, first);
    }
  }
}

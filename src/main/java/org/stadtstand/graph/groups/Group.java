package org.stadtstand.graph.groups;

import graphql.schema.DataFetchingEnvironment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.execution.PendingReads;
import org.stadtstand.graph.figures.AskedFigure;
import org.stadtstand.graph.figures.FigureSource;
import org.stadtstand.graph.figures.HeldFigures;
import org.stadtstand.graph.schema.Connection;

/**
 * Rows of a list that have the same keys, with the figures that were asked of them.
 *
 * @param of the list that was grouped
 */
record Group(
    Connection<?, ?> of,
    GroupedList list,
    GroupedList.Row row,
    List<GroupStep> steps,
    GroupPage.Place place)
    implements FigureSource {

  String cursor() {
    return place.cursor();
  }

  int size() {
    return row.count();
  }

  @Override
  public @Nullable Object ask(AskedFigure figure, DataFetchingEnvironment environment) {
    return row.figure(figure);
  }

  @Override
  public @Nullable Object find(AskedFigure figure, PendingReads hand) {
    return row.figure(figure);
  }

  /** The key of a column by which the list is grouped. */
  GroupKey key(String column) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).column().name().equals(column)) {
        return row.keys().get(i);
      }
    }
    throw new IllegalStateException("The list is not grouped by " + column);
  }

  /** The record that is the key of a column. */
  Optional<GroupKeys.Member> member(String column) {
    return key(column).value() instanceof GroupKeys.Member member
        ? Optional.of(member)
        : Optional.empty();
  }

  /**
   * In per cent of the list, of the rows with all keys, or of those with the same first key; of
   * rows in several groups only the first makes sense.
   */
  @Nullable BigDecimal share(ShareOf of) {
    if (of == ShareOf.LIST) {
      return HeldFigures.percent(size(), list.rows());
    }
    boolean overlapping = list.counted() > list.rows();
    boolean unknown = of == ShareOf.KNOWN && !isKnown(row);
    return overlapping || unknown
        ? null
        : HeldFigures.percent(size(), counted(of == ShareOf.KNOWN ? Group::isKnown : this::isLike));
  }

  private int counted(Predicate<GroupedList.Row> which) {
    return list.groups().stream().filter(which).mapToInt(GroupedList.Row::count).sum();
  }

  private static boolean isKnown(GroupedList.Row row) {
    return row.keys().stream().allMatch(key -> key.absent() == null);
  }

  private boolean isLike(GroupedList.Row other) {
    return row.keys().getFirst().equals(other.keys().getFirst());
  }

  /** Which rows are a hundred per cent. */
  enum ShareOf {
    LIST,
    KNOWN,
    FIRST_KEY
  }
}

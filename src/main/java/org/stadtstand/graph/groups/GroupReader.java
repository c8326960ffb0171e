package org.stadtstand.graph.groups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.figures.AskedFigure;
import org.stadtstand.graph.figures.Figure;
import org.stadtstand.graph.figures.FigureReader;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.record.listing.Hits;
import org.stadtstand.record.listing.ListArguments;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.ListedTypes;
import org.stadtstand.record.listing.Relation;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Ref;

/** Reads lists in groups: one statement for all lists of a field, and one for names of records. */
@Component
class GroupReader {

  /** Of one list; more is nothing anybody looks at. */
  private static final int MOST = 10_000;

  private static final int MOST_TOGETHER = 20 * MOST;

  private final Statements statements;
  private final ListedTypes types;
  private final RecordWords words;

  GroupReader(Statements statements, ListedTypes types, RecordWords words) {
    this.statements = statements;
    this.types = types;
    this.words = words;
  }

  Map<Object, GroupedList> read(
      Object list, ListArguments arguments, GroupQuestion question, Collection<Object> lists) {
    Map<Object, GroupedList> all = new HashMap<>();
    if (list instanceof Relation<?> relation) {
      List<Ref> parents = lists.stream().map(Ref.class::cast).toList();
      List<Found> found = found(types.hits(relation, parents, arguments), question);
      put(all, parents, found, question, row -> parents.get(row.n() - 1).pin());
    } else {
      for (Object own : lists) {
        List<Pin> pins = FigureReader.pins(own);
        List<Found> found = found(types.hits((ListedType<?>) list, pins, arguments), question);
        put(all, List.of(own), found, question, row -> pinOf(pins, row.place()));
      }
    }
    return all;
  }

  private static Pin pinOf(List<Pin> pins, int place) {
    return pins.stream().filter(pin -> pin.place().id() == place).findFirst().orElseThrow();
  }

  private List<Found> found(Hits hits, GroupQuestion question) {
    List<AskedFigure> figures =
        question.read().stream().filter(figure -> figure.figure() != Figure.SHARE).toList();
    String sql = GroupSql.of(hits, question.steps(), figures, MOST_TOGETHER + 1);
    List<Found> found =
        statements.rows(hits.query(sql), row -> Found.of(row, question.steps().size(), figures));
    Map<Integer, Integer> groups = new HashMap<>();
    found.forEach(row -> groups.merge(row.n(), 1, Integer::sum));
    int most = groups.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    if (most > MOST || found.size() > MOST_TOGETHER) {
      throw new ApiError(
          ErrorCode.TOO_EXPENSIVE,
          "There are more than %d groups.".formatted(most > MOST ? MOST : MOST_TOGETHER),
          "Group by fewer columns, by larger periods or in classes, or narrow the list.");
    }
    return found;
  }

  private void put(
      Map<Object, GroupedList> all,
      List<?> lists,
      List<Found> found,
      GroupQuestion question,
      java.util.function.Function<Found, Pin> pinOf) {
    List<GroupKeys> keys = new ArrayList<>();
    for (int i = 0; i < question.steps().size(); i++) {
      keys.add(GroupKeys.of(question.steps().get(i), i, found, pinOf, words));
    }
    Map<Integer, List<GroupedList.Row>> rows = new HashMap<>();
    Map<Integer, Integer> sizes = new HashMap<>();
    for (Found row : found) {
      List<GroupKey> own = keys.stream().map(step -> step.of(row, pinOf.apply(row))).toList();
      rows.computeIfAbsent(row.n(), n -> new ArrayList<>())
          .add(new GroupedList.Row(own, row.figures()));
      sizes.put(row.n(), row.size());
    }
    for (int n = 1; n <= lists.size(); n++) {
      all.put(
          lists.get(n - 1),
          new GroupedList(rows.getOrDefault(n, List.of()), sizes.getOrDefault(n, 0)));
    }
  }

  /**
   * A group as it was read.
   *
   * @param keys of each step its key, what stands beside it, and why there is none
   * @param place the municipality of its rows, or one of them
   * @param size how many rows the list has
   */
  record Found(
      int n,
      List<List<@Nullable String>> keys,
      int place,
      int size,
      Map<AskedFigure, @Nullable Object> figures) {

    static Found of(ResultSet row, int steps, List<AskedFigure> figures) throws SQLException {
      List<List<@Nullable String>> keys = new ArrayList<>();
      for (int i = 0; i < steps; i++) {
        List<@Nullable String> key = new ArrayList<>();
        key.add(row.getString("k" + i));
        key.add(row.getString("b" + i));
        key.add(row.getString("x" + i));
        keys.add(key);
      }
      return new Found(
          row.getInt("n"),
          keys,
          row.getInt("place"),
          row.getInt("size"),
          FigureReader.figures(row, figures));
    }

    /** The number of the record that is the key of a step; null if there is none. */
    @Nullable Integer record(int step) {
      String key = keys.get(step).getFirst();
      return key == null ? null : Integer.valueOf(key);
    }
  }
}

package org.stadtstand.graph.groups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.figures.AskedFigure;
import org.stadtstand.graph.figures.Figure;
import org.stadtstand.graph.figures.FigureReader;
import org.stadtstand.graph.figures.FoundLists;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.listing.Hits;
import org.stadtstand.record.listing.ListArguments;
import org.stadtstand.record.listing.ListedTypes;
import org.stadtstand.record.time.Pin;

/** Reads lists in groups: one statement for all lists of a field, and one for names of records. */
@Component
class GroupReader {

  /** Of one list; more is nothing anybody looks at. */
  private static final int MOST = 10_000;

  private static final int MOST_TOGETHER = 20 * MOST;

  private final Statements statements;
  private final ListedTypes types;
  private final HeldGroups held;
  private final RecordWords words;

  GroupReader(Statements statements, ListedTypes types, HeldGroups held, RecordWords words) {
    this.statements = statements;
    this.types = types;
    this.held = held;
    this.words = words;
  }

  Map<Object, GroupedList> read(
      Object list, ListArguments arguments, GroupQuestion question, Collection<Object> lists) {
    List<Object> all = List.copyOf(lists);
    List<AskedFigure> figures =
        question.read().stream().filter(figure -> figure.figure() != Figure.SHARE).toList();
    List<GroupRow> found =
        held.of(list, all, arguments.filter(), question.steps(), figures, MOST)
            .orElseGet(
                () -> found(FoundLists.of(types, list, arguments, all).hits(), question, figures));
    return grouped(all, found, question.steps(), question.read());
  }

  private List<GroupRow> found(Hits hits, GroupQuestion question, List<AskedFigure> figures) {
    hits.counted(figures.stream().allMatch(asked -> asked.figure().isOfRows()));
    String sql = GroupSql.of(hits, question.steps(), figures, MOST_TOGETHER + 1);
    return statements.rows(
        hits.query(sql), row -> GroupRow.of(row, question.steps().size(), figures));
  }

  /** The values of each facet of each list: in one statement, in which the rows are found once. */
  Map<Object, FacetedList> facets(
      Object list, ListArguments arguments, FacetQuestion question, Collection<Object> lists) {
    List<Object> own = List.copyOf(lists);
    Map<Integer, List<GroupRow>> facets =
        held.facets(list, own, question, MOST)
            .orElseGet(() -> facets(list, arguments, question, own));
    List<Map<Object, GroupedList>> grouped = new ArrayList<>();
    for (int i = 0; i < question.steps().size(); i++) {
      List<GroupRow> values = facets.getOrDefault(i, List.of());
      GroupStep step = question.steps().get(i);
      Map<Object, GroupedList> found = grouped(own, values, List.of(step), Set.of());
      grouped.add(named(found, step, question.conditions().get(i).named()));
    }
    Map<Object, FacetedList> all = new HashMap<>();
    for (Object one : own) {
      all.put(one, new FacetedList(grouped.stream().map(facet -> facet.get(one)).toList()));
    }
    return all;
  }

  /** The values with those that the filter names and no row has. */
  private Map<Object, GroupedList> named(
      Map<Object, GroupedList> found, GroupStep step, Set<String> named) {
    Map<Object, List<String>> missing = new HashMap<>();
    Set<Pin> pins = new LinkedHashSet<>();
    found.forEach(
        (list, values) -> {
          Set<@Nullable String> there = new HashSet<>();
          values.groups().forEach(row -> there.add(row.keys().getFirst().name()));
          List<String> own = named.stream().filter(name -> !there.contains(name)).toList();
          if (!own.isEmpty()) {
            missing.put(list, own);
            pins.addAll(FoundLists.states(list));
          }
        });
    String type = step.column().recordType();
    Map<String, Text> called =
        missing.isEmpty() || type.isEmpty() ? Map.of() : words.called(type, pins, named);
    GroupKeys keys = new GroupKeys(step, 0, Map.of());
    Map<Object, GroupedList> all = new HashMap<>(found);
    missing.forEach(
        (list, names) ->
            all.computeIfPresent(
                list,
                (same, values) ->
                    values.and(
                        names.stream()
                            .flatMap(name -> keys.named(name, called).stream())
                            .toList())));
    return all;
  }

  private Map<Integer, List<GroupRow>> facets(
      Object list, ListArguments arguments, FacetQuestion question, List<Object> lists) {
    ListArguments common = arguments.filtered(question.common());
    Hits hits = FoundLists.of(types, list, common, lists).hits().counted(false);
    List<AskedFigure> count = List.of(AskedFigure.count(Map.of()));
    Map<Integer, List<GroupRow>> facets = new HashMap<>();
    statements.rows(
        hits.query(GroupSql.facets(hits, question, MOST_TOGETHER + 1)),
        row ->
            facets
                .computeIfAbsent(row.getInt("facet"), facet -> new ArrayList<>())
                .add(GroupRow.of(row, 1, count)));
    return facets;
  }

  private static void refuseTooMany(List<GroupRow> found) {
    Map<Integer, Integer> groups = new HashMap<>();
    found.forEach(row -> groups.merge(row.n(), 1, Integer::sum));
    int most = groups.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    refuseMore(most);
    if (found.size() > MOST_TOGETHER) {
      throw tooMany(MOST_TOGETHER);
    }
  }

  /** Refuses a list of more groups than anybody looks at. */
  static void refuseMore(int groups) {
    if (groups > MOST) {
      throw tooMany(MOST);
    }
  }

  private static ApiError tooMany(int most) {
    return new ApiError(
        ErrorCode.TOO_EXPENSIVE,
        "There are more than %d groups.".formatted(most),
        "Group by fewer columns, by larger periods or in classes, or narrow the list.");
  }

  private Map<Object, GroupedList> grouped(
      List<?> lists, List<GroupRow> found, List<GroupStep> steps, Set<AskedFigure> figures) {
    refuseTooMany(found);
    List<GroupKeys> keys = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      keys.add(GroupKeys.of(steps.get(i), i, found, row -> pin(lists, row), words));
    }
    Map<Integer, List<GroupedList.Row>> rows = new HashMap<>();
    Map<Integer, Integer> sizes = new HashMap<>();
    for (GroupRow row : found) {
      Pin pin = pin(lists, row);
      List<GroupKey> own = new ArrayList<>(keys.size());
      for (GroupKeys step : keys) {
        own.add(step.of(row, pin));
      }
      rows.computeIfAbsent(row.n(), n -> new ArrayList<>())
          .add(new GroupedList.Row(own, row.figures(), row.found()));
      sizes.put(row.n(), row.size());
    }
    EmptyGroups empty = new EmptyGroups(keys, figures);
    Map<Object, GroupedList> all = new HashMap<>();
    for (int n = 1; n <= lists.size(); n++) {
      all.put(
          lists.get(n - 1),
          new GroupedList(empty.and(rows.getOrDefault(n, List.of())), sizes.getOrDefault(n, 0)));
    }
    return all;
  }

  private static Pin pin(List<?> lists, GroupRow row) {
    return FoundLists.pin(lists.get(row.n() - 1), row.place());
  }

  /**
   * A group as it was read.
   *
   * @param keys of each step its key, what stands beside it, and why there is none
   * @param place the municipality of its rows, or one of them
   * @param size how many rows the list has
   */
  record GroupRow(
      int n,
      List<List<@Nullable String>> keys,
      int place,
      int size,
      Map<AskedFigure, @Nullable Object> figures) {

    static GroupRow of(ResultSet row, int steps, List<AskedFigure> figures) throws SQLException {
      List<List<@Nullable String>> keys = new ArrayList<>();
      for (int i = 0; i < steps; i++) {
        List<@Nullable String> key = new ArrayList<>();
        key.add(row.getString("k" + i));
        key.add(row.getString("b" + i));
        key.add(row.getString("x" + i));
        keys.add(key);
      }
      return new GroupRow(
          row.getInt("n"),
          keys,
          row.getInt("place"),
          row.getInt("size"),
          FigureReader.figures(row, figures));
    }

    /** All of them in one line, as {@link GroupRows} asks for them. */
    List<String> found() {
      List<String> found = new ArrayList<>(GroupStep.COLUMNS * keys.size());
      for (List<@Nullable String> key : keys) {
        for (String part : key) {
          found.add(part == null ? "" : part);
        }
      }
      return found;
    }

    /** The number of the record that is the key of a step; null if there is none. */
    @Nullable Integer record(int step) {
      String key = keys.get(step).getFirst();
      return key == null ? null : Integer.valueOf(key);
    }
  }
}

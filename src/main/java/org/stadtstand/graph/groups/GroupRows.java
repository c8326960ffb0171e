package org.stadtstand.graph.groups;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.SelectedField;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.arguments.Arguments;
import org.stadtstand.graph.execution.Batch;
import org.stadtstand.graph.execution.SynchronousFetcher;
import org.stadtstand.graph.figures.FoundLists;
import org.stadtstand.graph.schema.Connection;
import org.stadtstand.graph.schema.ListPlan;
import org.stadtstand.graph.schema.SchemaWiring;
import org.stadtstand.record.listing.ListArguments;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.ListedTypes;
import org.stadtstand.record.listing.PartReader;
import org.stadtstand.record.listing.Relation;
import org.stadtstand.record.listing.Slice;
import org.stadtstand.record.time.Ref;

/**
 * The rows of groups, as lists of their own. Those of all groups of a field are read by one
 * statement, which finds the rows of the grouped list once more and keeps a page of each group.
 */
@Component
class GroupRows {

  private static final String ROWS = "rows";

  /** What is not a figure: those are the same of the group, which has read them. */
  private static final Set<String> OF_ROWS =
      Set.of("nodes", "edges", "pageInfo", "totalCount", "undecidedCount", "__typename");

  private final ListedTypes types;
  private final PartReader reader;

  GroupRows(ListedTypes types, PartReader reader) {
    this.types = types;
    this.reader = reader;
  }

  void wire(SchemaWiring wiring, ListedType<?> type) {
    String group = type.typeName() + "Group";
    wiring.listed(group, ROWS, type);
    wiring.<Group>field(
        group, ROWS, (row, environment) -> rows(listed(row.of()), row, environment));
  }

  /** What the list holds; there are several lists of events. */
  private static ListedType<?> listed(Connection<?, ?> list) {
    return list.list() instanceof Relation<?> relation
        ? relation.child()
        : (ListedType<?>) list.list();
  }

  /** Refuses groups of groups, and whatever else is a figure. */
  static void check(DataFetchingFieldSelectionSet selection) {
    selection.getImmediateFields().stream()
        .map(SelectedField::getName)
        .filter(name -> !OF_ROWS.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw GroupStep.bad(
                  "The rows of a group have no %s.".formatted(name),
                  "Ask the group itself, or group by one more column.");
            });
  }

  private <T> Connection<Part, T> rows(
      ListedType<T> type, Group group, DataFetchingEnvironment environment) {
    Connection<?, ?> list = group.of();
    @SuppressWarnings("unchecked")
    ListPlan<Part, T> plan =
        list.ofAll(
            List.of(environment.getField(), group.steps()),
            ListPlan.class,
            () -> plan(new Asked<>(type, list, group.steps()), Arguments.list(environment)));
    if (list.key() instanceof Ref parent) {
      plan.arguments().page().checkedBelow(parent.pin());
    }
    return Connection.amongOthers(new Part(list.key(), group.row()), plan);
  }

  private <T> ListPlan<Part, T> plan(Asked<T> asked, ListArguments own) {
    String state = asked.list().arguments().state();
    ListArguments arguments = state.isEmpty() ? own : own.in(state);
    return new ListPlan<>(
        asked.type(),
        arguments,
        new Batch<>(
            List.of(ROWS, asked.name(), arguments),
            part -> part.isEmpty() ? Slice.none() : SynchronousFetcher.ABSENT,
            parts -> pages(asked, arguments, parts)),
        counted ->
            new Batch<>(
                List.of("counts of rows", asked.name(), counted),
                part ->
                    part.isEmpty() || counted.filter().isEmpty()
                        ? part.row().count()
                        : SynchronousFetcher.ABSENT,
                parts -> counts(asked, counted, parts)));
  }

  private <T> Map<Part, Slice<T>> pages(
      Asked<T> asked, ListArguments arguments, Collection<Part> parts) {
    List<Part> all = List.copyOf(parts);
    Map<Integer, Slice<T>> read =
        reader.pages(
            asked.type(),
            asked.type().typeName() + "Group." + ROWS,
            arguments,
            found(asked, arguments, all));
    return byPart(all, read, Slice.none());
  }

  private Map<Part, Integer> counts(
      Asked<?> asked, ListArguments arguments, Collection<Part> parts) {
    List<Part> all = List.copyOf(parts);
    return byPart(all, reader.counts(found(asked, arguments, all)), 0);
  }

  private static <V> Map<Part, V> byPart(List<Part> parts, Map<Integer, V> read, V none) {
    Map<Part, V> values = new HashMap<>();
    for (int g = 1; g <= parts.size(); g++) {
      values.put(parts.get(g - 1), read.getOrDefault(g, none));
    }
    return values;
  }

  private PartReader.Parts found(Asked<?> asked, ListArguments own, List<Part> parts) {
    ListArguments list = asked.list().arguments();
    ListArguments narrowed =
        own.filter().isEmpty()
            ? list
            : list.filtered(Map.of("and", List.of(list.filter(), own.filter())));
    List<Object> lists = parts.stream().map(Part::list).distinct().toList();
    FoundLists found = FoundLists.of(types, asked.list().list(), narrowed, lists);
    Field<?>[] values =
        IntStream.rangeClosed(0, GroupStep.COLUMNS * asked.steps().size())
            .mapToObj(
                column ->
                    column == 0
                        ? DSL.val(
                            parts.stream()
                                .map(part -> lists.indexOf(part.list()) + 1)
                                .toArray(Integer[]::new))
                        : DSL.val(
                            parts.stream()
                                .map(part -> part.row().found().get(column - 1))
                                .toArray(String[]::new)))
            .toArray(Field[]::new);
    return new PartReader.Parts(
        found.hits().counted(false),
        GroupSql.rows(found.hits(), asked.steps()),
        values,
        found::pin);
  }

  /** A group of one of the lists of a field. */
  record Part(Object list, GroupedList.Row row) {

    boolean isEmpty() {
      return row.found().isEmpty();
    }

    /** The keys tell groups apart; to hash their figures would take longer. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Part that
          && list.equals(that.list)
          && row.keys().equals(that.row.keys());
    }

    @Override
    public int hashCode() {
      return 31 * list.hashCode() + row.keys().hashCode();
    }
  }

  /** How the lists of a field are grouped. */
  private record Asked<T>(ListedType<T> type, Connection<?, ?> list, List<GroupStep> steps) {

    Object name() {
      return List.of(type.typeName(), list.list().toString(), list.arguments().whole(), steps);
    }
  }
}

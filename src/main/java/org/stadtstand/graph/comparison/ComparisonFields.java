package org.stadtstand.graph.comparison;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.arguments.Arguments;
import org.stadtstand.graph.changes.ChangeFilter;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.KnownLists;
import org.stadtstand.graph.schema.PageInfo;
import org.stadtstand.graph.schema.SchemaWiring;
import org.stadtstand.graph.steps.DatedDecisions;
import org.stadtstand.graph.steps.FeedCursor;
import org.stadtstand.graph.steps.Position;
import org.stadtstand.graph.steps.RowTransition;
import org.stadtstand.graph.steps.RowTypes;
import org.stadtstand.graph.steps.RowValues;
import org.stadtstand.graph.steps.ShownStates;
import org.stadtstand.graph.steps.StateArgument;
import org.stadtstand.ground.sql.Deadline;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.listing.Page;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.Ref;
import org.stadtstand.record.time.Release;

/** The root field {@code compare}, and the fields of differences. */
@Component
class ComparisonFields implements GraphQlRoom {

  private final StateComparison comparison;
  private final DatedDecisions decisions;

  ComparisonFields(StateComparison comparison, DatedDecisions decisions) {
    this.comparison = comparison;
    this.decisions = decisions;
  }

  @Override
  public Map<String, BiFunction<Map<String, Object>, Present, KnownLists.ListExtent>> spans() {
    return Map.of("compare", ReleaseRangeArguments::span);
  }

  /** A requested comparison, not read yet. */
  private record RequestedComparison(ReleaseRange span, ComparisonQuery query) {}

  @Override
  public void wire(SchemaWiring wiring) {
    wiring.field(
        "Query", "compare", (source, environment) -> timed(environment, () -> asked(environment)));
    wiring.check("Query", "compare", ComparisonFields::check);
    connection(wiring);
    wiring.value("Difference", Difference.class);
    wiring.value("FieldDifference", Difference.Field.class);
    wiring.value("DifferenceCount", DifferenceCount.class);
    word(wiring, "Difference", "typeLabel", Difference::typeLabel);
    word(wiring, "Difference", "name", Difference::name);
    word(wiring, "Difference", "sentence", Difference::sentence);
    word(wiring, "FieldDifference", "fieldLabel", Difference.Field::fieldLabel);
    word(wiring, "FieldDifference", "beforeLabel", Difference.Field::beforeLabel);
    word(wiring, "FieldDifference", "afterLabel", Difference.Field::afterLabel);
    word(wiring, "DifferenceCount", "typeLabel", DifferenceCount::typeLabel);
    wiring.<Difference>field(
        "Difference", "before", (difference, env) -> record(wiring, difference, true, env));
    wiring.<Difference>field(
        "Difference", "after", (difference, env) -> record(wiring, difference, false, env));
  }

  private void connection(SchemaWiring wiring) {
    String type = "DifferenceConnection";
    wiring.<RequestedComparison>field(
        type, "from", (asked, environment) -> wiring.released(asked.span().from()));
    wiring.<RequestedComparison>field(
        type, "to", (asked, environment) -> wiring.released(asked.span().to()));
    wiring.<RequestedComparison>field(
        type,
        "counts",
        (asked, env) -> timed(env, () -> comparison.counts(asked.span(), asked.query())));
    wiring.<RequestedComparison>field(
        type, "nodes", (asked, environment) -> page(asked, environment).nodes());
    wiring.<RequestedComparison>field(
        type, "edges", (asked, environment) -> page(asked, environment).edges());
    wiring.<RequestedComparison>field(
        type, "pageInfo", (asked, env) -> pageInfo(asked.query(), page(asked, env)));
  }

  private static <S> void word(
      SchemaWiring wiring,
      String type,
      String name,
      BiFunction<S, Language, @Nullable Object> word) {
    wiring.worded(type, name, word);
  }

  private DifferencePage page(RequestedComparison asked, DataFetchingEnvironment environment) {
    return timed(environment, () -> comparison.page(asked.span(), asked.query()));
  }

  private static <V> V timed(DataFetchingEnvironment environment, Supplier<V> work) {
    Deadline deadline = environment.getGraphQlContext().get(Deadline.class);
    return Deadline.during(deadline, work);
  }

  private static PageInfo pageInfo(ComparisonQuery query, DifferencePage page) {
    List<DifferencePage.Edge> edges = page.edges();
    return new PageInfo(
        query.after().compareTo(Position.START) > 0,
        page.more(),
        edges.isEmpty() ? null : edges.getFirst().cursor(),
        edges.isEmpty() ? null : edges.getLast().cursor());
  }

  private static void check(Map<String, Object> arguments, Present present) {
    StateArgument.check(arguments.get("from"), present);
    StateArgument.check(arguments.get("to"), present);
    Page.of((Integer) arguments.get("first"), null, null, null);
    FeedCursor.check((String) arguments.get("after"));
    Map<String, @Nullable Object> filter = filter(arguments.get("filter"));
    ChangeFilter.chosen(filter, "type");
    ChangeFilter.chosen(filter, "kind");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> filter(@Nullable Object given) {
    return given == null ? Map.of() : (Map<String, @Nullable Object>) given;
  }

  private RequestedComparison asked(DataFetchingEnvironment environment) {
    ReleaseRange span = ReleaseRangeArguments.asked(environment, decisions);
    Map<String, @Nullable Object> filter = filter(environment.getArgument("filter"));
    Set<String> tables = ChangeFilter.chosen(filter, "type");
    Set<String> kinds = ChangeFilter.chosen(filter, "kind");
    String after = environment.getArgument("after");
    return new RequestedComparison(
        span,
        new ComparisonQuery(
            span.list(),
            tables == null
                ? null
                : tables.stream().map(RowTypes::table).collect(Collectors.toSet()),
            kinds == null
                ? null
                : kinds.stream().map(DifferenceKind::valueOf).collect(Collectors.toSet()),
            after == null ? Position.START : FeedCursor.decode(span.list(), after),
            Page.of(environment.getArgument("first"), null, null, null).size()));
  }

  private static @Nullable Object record(
      SchemaWiring wiring,
      Difference difference,
      boolean before,
      DataFetchingEnvironment environment) {
    RowTransition step = difference.step();
    RowValues row = before ? step.before() : step.after();
    int id = before ? step.earlier() : step.spot().release();
    Release release = Arguments.present(environment).release(id).orElse(null);
    return row == null || release == null
        ? null
        : wiring.read(
            step.type().number(),
            new Ref(step.spot().record(), ShownStates.of(release, row)),
            environment);
  }
}

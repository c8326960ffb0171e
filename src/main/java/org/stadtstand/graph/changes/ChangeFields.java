package org.stadtstand.graph.changes;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.arguments.ArgumentCheck;
import org.stadtstand.graph.arguments.Arguments;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.KnownLists;
import org.stadtstand.graph.schema.SchemaWiring;
import org.stadtstand.graph.steps.FeedCursor;
import org.stadtstand.graph.steps.Position;
import org.stadtstand.graph.steps.RowValues;
import org.stadtstand.graph.steps.ShownStates;
import org.stadtstand.graph.steps.StateArgument;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.sql.Deadline;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.listing.KeyFilter;
import org.stadtstand.record.listing.Page;
import org.stadtstand.record.time.BasisRecorder;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.Ref;
import org.stadtstand.record.time.Release;
import org.stadtstand.record.time.StateRequest;

/** The root field {@code changes}, and the fields of a change. */
@Component
class ChangeFields implements GraphQlRoom {

  private static final String CHANGE = "Change";

  private final ChangeFeed feed;
  private final FeedStart start;
  private final FeedSize size;

  ChangeFields(ChangeFeed feed, FeedStart start, FeedSize size) {
    this.feed = feed;
    this.start = start;
    this.size = size;
  }

  @Override
  public Map<String, BiFunction<Map<String, Object>, Present, KnownLists.ListExtent>> spans() {
    return Map.of("changes", size::of);
  }

  @Override
  public void wire(SchemaWiring wiring) {
    wiring.value("ChangeConnection", ChangePage.class);
    wiring.value("ChangeEdge", ChangePage.Edge.class);
    wiring.value(CHANGE, TitledChange.class);
    wiring.field("Query", "changes", (source, environment) -> changes(environment));
    // An event is asked for as a query; the engine only has to know the field.
    wiring.field("Subscription", "changes", (source, environment) -> changes(environment));
    wiring.check("Query", "changes", (ArgumentCheck.OfKeys) this::check);
    // Not that of its record, which other changes share.
    wiring.property(CHANGE, "id", change -> ((TitledChange) change).id());
    word(wiring, "typeLabel", TitledChange::typeLabel);
    word(wiring, "fieldLabel", TitledChange::fieldLabel);
    word(wiring, "beforeLabel", TitledChange::beforeLabel);
    word(wiring, "afterLabel", TitledChange::afterLabel);
    word(wiring, "sentence", TitledChange::sentence);
    wiring.<TitledChange>field(
        CHANGE, "release", (change, env) -> wiring.released(change.change().release()));
    wiring.<TitledChange>field(
        CHANGE, "record", (change, env) -> record(wiring, change.change(), env));
    wiring.<TitledChange>field(
        CHANGE, "subject", (change, env) -> subject(wiring, change.change(), env));
    wiring.<TitledChange>field(
        CHANGE, "explanation", (change, env) -> explanation(wiring, change.change(), env));
  }

  private static void word(
      SchemaWiring wiring, String name, BiFunction<TitledChange, Language, @Nullable Object> word) {
    wiring.worded(CHANGE, name, word);
  }

  private Set<KeyFilter.Named> check(Map<String, Object> arguments, Present present) {
    Page.of((Integer) arguments.get("first"), null, null, null);
    Set<KeyFilter.Named> named = feed.check(filter(arguments.get("filter")));
    StateArgument.check(arguments.get("since"), present);
    if (arguments.get("after") != null && arguments.get("since") != null) {
      throw new ApiError(
          ErrorCode.BAD_ARGUMENT,
          "after and since cannot be asked for together.",
          "Begin with since, and go on with after: pageInfo.endCursor.");
    }
    FeedCursor.check((String) arguments.get("after"));
    return named;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> filter(@Nullable Object filter) {
    return filter == null ? Map.of() : (Map<String, @Nullable Object>) filter;
  }

  private ChangePage changes(DataFetchingEnvironment environment) {
    Deadline deadline = environment.getGraphQlContext().get(Deadline.class);
    return Deadline.during(deadline, () -> feed.page(query(environment)));
  }

  private FeedQuery query(DataFetchingEnvironment environment) {
    BasisRecorder basis = Arguments.basis(environment);
    StateRequest asked = Arguments.asked(environment);
    List<Pin> pins = basis.pins(asked);
    String list = FeedStart.list(asked, pins);
    List<Release> releases =
        pins.stream()
            .flatMap(
                pin ->
                    basis.present().releases(pin.place()).stream()
                        .filter(release -> release.id() <= pin.release()))
            .sorted(java.util.Comparator.comparingInt(Release::id))
            .toList();
    Map<String, @Nullable Object> filter = filter(environment.getArgument("filter"));
    int size = Page.of(environment.getArgument("first"), null, null, null).size();
    Position after = start.after(environment, list, releases);
    return new FeedQuery(list, releases, after, filter, size);
  }

  private static @Nullable Object record(
      SchemaWiring wiring, RecordChange change, DataFetchingEnvironment environment) {
    RowValues row = change.step().row();
    return wiring.read(
        row.type().number(),
        new Ref(change.step().spot().record(), ShownStates.of(release(change, environment), row)),
        environment);
  }

  private static @Nullable Object subject(
      SchemaWiring wiring, RecordChange change, DataFetchingEnvironment environment) {
    RowValues row = change.step().row();
    RowValues.Target about = row.type().about().map(row::target).orElse(null);
    return about == null
        ? record(wiring, change, environment)
        : wiring.read(
            about.type(),
            new Ref(about.record(), ShownStates.of(release(change, environment))),
            environment);
  }

  private static @Nullable Object explanation(
      SchemaWiring wiring, RecordChange change, DataFetchingEnvironment environment) {
    Reason reason = change.reason();
    if (reason == null) {
      return change.explained() == ExplanationStatus.EXPLAINED && change.column() != null
          ? wiring.released(change.release())
          : null;
    }
    return wiring.read(
        reason.type(),
        new Ref(
            reason.record(), ShownStates.onOrAfter(ShownStates.of(change.release()), reason.day())),
        environment);
  }

  /** The release of the change; for what it ended, the previous one. */
  private static Release release(RecordChange change, DataFetchingEnvironment environment) {
    Release release = change.release();
    return change.isWithdrawal()
        ? Arguments.present(environment).releases(release.place()).stream()
            .filter(earlier -> earlier.id() < release.id())
            .reduce((earlier, later) -> later)
            .orElse(release)
        : release;
  }
}

package org.stadtstand.graph.changes;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.execution.ArgumentCheck;
import org.stadtstand.graph.execution.Arguments;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.SchemaWiring;
import org.stadtstand.graph.schema.StateArgument;
import org.stadtstand.graph.steps.FeedCursor;
import org.stadtstand.graph.steps.Position;
import org.stadtstand.graph.steps.RowValues;
import org.stadtstand.graph.steps.ShownStates;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.sql.Deadline;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.listing.Cursor;
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
  private static final String ALL = "ALL";

  private final ChangeFeed feed;

  ChangeFields(ChangeFeed feed) {
    this.feed = feed;
  }

  @Override
  public void wire(SchemaWiring wiring) {
    wiring.value("ChangeConnection", ChangePage.class);
    wiring.value("ChangeEdge", ChangePage.Edge.class);
    wiring.value(CHANGE, TitledChange.class);
    wiring.field("Query", "changes", (source, environment) -> changes(environment));
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
    FeedQuery query = query(environment);
    Deadline deadline = environment.getGraphQlContext().get(Deadline.class);
    return Deadline.during(deadline, () -> feed.page(query));
  }

  private static FeedQuery query(DataFetchingEnvironment environment) {
    BasisRecorder basis = Arguments.basis(environment);
    StateRequest asked = Arguments.asked(environment);
    List<Pin> pins = basis.pins(asked);
    String list = ALL.equals(asked.municipality()) ? ALL : pins.getFirst().place().key();
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
    Position after = after(environment, basis, list, releases);
    return new FeedQuery(list, releases, after, filter, size);
  }

  private static Position after(
      DataFetchingEnvironment environment,
      BasisRecorder basis,
      String list,
      List<Release> releases) {
    String cursor = environment.getArgument("after");
    Map<String, Object> since = environment.getArgument("since");
    if (cursor == null) {
      return since == null ? Position.START : since(StateArgument.of(since), basis, list, releases);
    }
    Position position = FeedCursor.decode(list, cursor);
    if (!basis.isHere(position.release())) {
      throw Cursor.ahead();
    }
    return position;
  }

  /** After everything the state already contains. */
  private static Position since(
      StateArgument state, BasisRecorder basis, String list, List<Release> releases) {
    if (state.release() != null) {
      return since(state.release(), list, releases);
    }
    Set<Integer> known =
        state.isNewest()
            ? releases.stream().map(Release::id).collect(Collectors.toSet())
            : known(basis, new StateRequest(list, state.known()));
    // With several municipalities, one may have published a reconstruction of an earlier day after
    // another's later release: the feed starts before the first release not yet known, so that
    // nothing is missed.
    return releases.stream()
        .map(Release::id)
        .filter(release -> !known.contains(release))
        .findFirst()
        .map(release -> Position.endOf(release - 1))
        .orElse(releases.isEmpty() ? Position.START : Position.endOf(releases.getLast().id()));
  }

  private static Set<Integer> known(BasisRecorder basis, StateRequest asked) {
    return basis.pins(asked).stream()
        .flatMap(
            pin ->
                basis.present().releases(pin.place()).stream()
                    .map(Release::id)
                    .filter(release -> release <= pin.release()))
        .collect(Collectors.toSet());
  }

  private static Position since(int release, String list, List<Release> releases) {
    if (list.equals(ALL)) {
      throw new ApiError(
          ErrorCode.BAD_ARGUMENT,
          "Of ALL municipalities, release " + release + " could be any one's.",
          "Name one municipality, or say since when by a day, a moment or newest.");
    }
    return releases.stream()
        .filter(candidate -> candidate.number() == release)
        .map(candidate -> Position.endOf(candidate.id()))
        .findFirst()
        .orElseThrow(
            () ->
                new ApiError(
                    ErrorCode.UNKNOWN_RELEASE,
                    list + " has no release " + release + ".",
                    "Ask releases { nodes { number } } for those there are."));
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

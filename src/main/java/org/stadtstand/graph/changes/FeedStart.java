package org.stadtstand.graph.changes;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.arguments.Arguments;
import org.stadtstand.graph.steps.DatedDecisions;
import org.stadtstand.graph.steps.FeedCursor;
import org.stadtstand.graph.steps.Position;
import org.stadtstand.graph.steps.StateArgument;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.record.listing.Cursor;
import org.stadtstand.record.time.BasisRecorder;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Release;
import org.stadtstand.record.time.StateRequest;

/**
 * Where a page of the feed begins: after a cursor, after what a state contains, or at the start.
 */
@Component
class FeedStart {

  /** The feed of all municipalities but demonstration cities. */
  static final String ALL = "ALL";

  private final DatedDecisions decisions;

  FeedStart(DatedDecisions decisions) {
    this.decisions = decisions;
  }

  Position after(DataFetchingEnvironment environment, String list, List<Release> releases) {
    BasisRecorder basis = Arguments.basis(environment);
    String cursor = environment.getArgument("after");
    Map<String, Object> since = environment.getArgument("since");
    if (cursor == null) {
      return since == null
          ? Position.START
          : since(
              StateArgument.of(since).dated(basis, Arguments.asked(environment), decisions),
              basis,
              list,
              releases);
    }
    Position position = FeedCursor.decode(list, cursor);
    if (!basis.isHere(position.release())) {
      throw Cursor.ahead();
    }
    return position;
  }

  /** The mark in a cursor of the feed: whose changes it lists. */
  static String list(StateRequest asked, List<Pin> pins) {
    return ALL.equals(asked.municipality()) ? ALL : pins.getFirst().place().key();
  }

  /** After everything the state already contains. */
  static Position since(
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
}

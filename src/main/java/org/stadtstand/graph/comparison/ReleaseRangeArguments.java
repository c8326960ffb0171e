package org.stadtstand.graph.comparison;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.arguments.Arguments;
import org.stadtstand.graph.schema.KnownLists;
import org.stadtstand.graph.steps.DatedDecisions;
import org.stadtstand.graph.steps.StateArgument;
import org.stadtstand.graph.steps.TouchedRows;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.record.time.BasisRecorder;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.StateRequest;

/** Determines from the arguments which two states to compare. */
final class ReleaseRangeArguments {

  private ReleaseRangeArguments() {}

  static ReleaseRange asked(DataFetchingEnvironment environment, DatedDecisions decisions) {
    BasisRecorder basis = Arguments.basis(environment);
    Present present = basis.present();
    String municipality = environment.getArgument("municipality");
    StateRequest now = new StateRequest(municipality, null);
    Pin from = pin(environment.getArgument("from"), basis, now, decisions);
    Pin to = pin(environment.getArgument("to"), basis, now, decisions);
    if (from.release() > to.release()) {
      throw new ApiError(
          ErrorCode.BAD_ARGUMENT,
          "from (release %d) is later than to (release %d).".formatted(from.number(), to.number()),
          "Swap from and to.");
    }
    return ReleaseRange.of(from, to, present);
  }

  /** How long a comparison can be: as long as what the releases in between touched. */
  @SuppressWarnings("unchecked")
  static KnownLists.ListExtent span(Map<String, Object> arguments, Present present) {
    String municipality = (String) arguments.get("municipality");
    StateArgument from = StateArgument.of((Map<String, Object>) arguments.get("from"));
    StateArgument to = StateArgument.of((Map<String, Object>) arguments.get("to"));
    if (from.decision() != null || to.decision() != null) {
      // The day of a decision would have to be read.
      long all =
          TouchedRows.of(
              present.releases(present.pin(new StateRequest(municipality, null)).place()));
      return new KnownLists.ListExtent(List.of(), all, all);
    }
    BasisRecorder unrecorded = new BasisRecorder(present);
    Pin earlier = from.pin(unrecorded, municipality);
    Pin later = to.pin(unrecorded, municipality);
    long touched = TouchedRows.of(ReleaseRange.of(earlier, later, present).between());
    return new KnownLists.ListExtent(List.of(earlier, later), touched, touched);
  }

  private static Pin pin(
      @Nullable Map<String, Object> state,
      BasisRecorder basis,
      StateRequest now,
      DatedDecisions decisions) {
    return StateArgument.of(state).dated(basis, now, decisions).pin(basis, now.municipality());
  }
}

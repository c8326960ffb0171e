package org.stadtstand.graph.comparison;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.execution.Arguments;
import org.stadtstand.graph.steps.DatedDecisions;
import org.stadtstand.graph.steps.StateArgument;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.record.time.BasisRecorder;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.Release;
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
    List<Release> between =
        present.releases(from.place()).stream()
            .filter(release -> release.id() > from.release() && release.id() <= to.release())
            .toList();
    return new ReleaseRange(
        from.place(),
        present.release(from.release()).orElse(null),
        present.release(to.release()).orElse(null),
        between);
  }

  private static Pin pin(
      @Nullable Map<String, Object> state,
      BasisRecorder basis,
      StateRequest now,
      DatedDecisions decisions) {
    return StateArgument.of(state).dated(basis, now, decisions).pin(basis, now.municipality());
  }
}

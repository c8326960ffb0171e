package org.stadtstand.graph.schema;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.record.time.BasisRecorder;
import org.stadtstand.record.time.KnownAt;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.Release;
import org.stadtstand.record.time.StateRequest;

/**
 * An argument that names one state of a record: by a release, by what was known on a day or at a
 * moment, or as the newest.
 *
 * @param release the number of a release; null unless the state is named by one
 * @param known null unless the state is named by what was known then
 */
public record StateArgument(@Nullable Integer release, @Nullable KnownAt known) {

  private static final StateArgument NEWEST = new StateArgument(null, null);

  /** Reads the input StateInput, which has exactly one field; null means the newest. */
  public static StateArgument of(@Nullable Map<String, Object> input) {
    if (input == null) {
      return NEWEST;
    }
    return switch (input) {
      case Map<String, Object> state when state.get("release") instanceof Integer number ->
          new StateArgument(number, null);
      case Map<String, Object> state when state.get("day") instanceof LocalDate day ->
          new StateArgument(null, KnownAt.of(day));
      case Map<String, Object> state when state.get("moment") instanceof KnownAt moment ->
          new StateArgument(null, moment);
      case Map<String, Object> state when Boolean.TRUE.equals(state.get("newest")) -> NEWEST;
      default ->
          throw new ApiError(
              ErrorCode.BAD_ARGUMENT,
              "newest is false, and so no state is named.",
              "Use {newest: true}, or name a release, a day or a moment.");
    };
  }

  /** Checks whatever can be checked before anything is read. */
  public static void check(@Nullable Object input, Present present) {
    @SuppressWarnings("unchecked")
    StateArgument state = of((Map<String, Object>) input);
    if (state.known() != null) {
      state.known().refuseFuture(present.moment());
    }
  }

  public boolean isNewest() {
    return release == null && known == null;
  }

  /** The state of one municipality; a release is read as of the day it stands for. */
  public Pin pin(BasisRecorder basis, @Nullable String municipality) {
    if (release == null) {
      return basis.pin(new StateRequest(municipality, known));
    }
    Present present = basis.present();
    MunicipalityRef place = present.named(municipality);
    LocalDate day =
        present.releases(place).stream()
            .filter(candidate -> candidate.number() == release)
            .map(Release::standsFor)
            .findFirst()
            .orElse(present.today());
    return basis.pinned(place.key(), release, day);
  }
}

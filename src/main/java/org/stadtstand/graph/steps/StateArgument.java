package org.stadtstand.graph.steps;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Precision;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.time.BasisRecorder;
import org.stadtstand.record.time.KnownAt;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.Release;
import org.stadtstand.record.time.StateRequest;

/**
 * An argument that names one state of a record: by a release, by what was known on a day, at a
 * moment or when a decision had been taken, or as the newest.
 *
 * @param release the number of a release; null unless the state is named by one
 * @param known null unless the state is named by what was known then
 * @param decision the key of a decision whose day is not known yet; null unless it is named by one
 */
public record StateArgument(
    @Nullable Integer release, @Nullable KnownAt known, @Nullable String decision) {

  private static final StateArgument NEWEST = new StateArgument(null, null, null);

  /** Reads the input StateInput, which has exactly one field; null means the newest. */
  public static StateArgument of(@Nullable Map<String, Object> input) {
    if (input == null) {
      return NEWEST;
    }
    return switch (input) {
      case Map<String, Object> state when state.get("release") instanceof Integer number ->
          new StateArgument(number, null, null);
      case Map<String, Object> state when state.get("day") instanceof LocalDate day ->
          new StateArgument(null, KnownAt.of(day), null);
      case Map<String, Object> state when state.get("moment") instanceof KnownAt moment ->
          new StateArgument(null, moment, null);
      case Map<String, Object> state when state.get("decision") instanceof String key ->
          new StateArgument(null, null, key);
      case Map<String, Object> state when Boolean.TRUE.equals(state.get("newest")) -> NEWEST;
      default ->
          throw new ApiError(
              ErrorCode.BAD_ARGUMENT,
              "newest is false, and so no state is named.",
              "Use {newest: true}, or name a release, a day, a moment or a decision.");
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
    return release == null && known == null && decision == null;
  }

  /**
   * The same with the day of the decision, which the answer names: the last that it can have been,
   * because what was published before it may have been published after the decision.
   *
   * @param asked the state in which the decision is looked up
   */
  public StateArgument dated(BasisRecorder basis, StateRequest asked, DatedDecisions decisions) {
    if (decision == null) {
      return this;
    }
    Pin pin = basis.pin(asked);
    DatedDecisions.Dated dated =
        decisions.find(decision, pin).orElseThrow(() -> unknown(pin, decision));
    LocalDate last = dated.day().latest();
    if (last.isAfter(basis.present().today())) {
      throw new ApiError(
          ErrorCode.FUTURE_MOMENT,
          "The decision %s may be as late as %s, which is to come.".formatted(decision, last),
          "Name a decision that was taken, or a day up to today.");
    }
    basis.notice(pin, new Text(notice(dated, Language.DE), notice(dated, Language.EN)));
    return new StateArgument(null, KnownAt.of(last), null);
  }

  private static ApiError unknown(Pin pin, String decision) {
    return new ApiError(
        ErrorCode.BAD_ARGUMENT,
        "%s has no decision \"%s\" in this state.".formatted(pin.place().key(), decision),
        "Ask decisions { nodes { key title decidedOnLabel } } for those there are.");
  }

  private static String notice(DatedDecisions.Dated dated, Language language) {
    Figures figures = new Figures(language);
    String title = language.quoted(dated.title());
    String last = figures.inSentence(dated.day().latest());
    return dated.day().precision() == Precision.DAY
        ? language
            .pick(
                "Maßgeblich ist der Beschluss %s: was bis zum Ende des %s veröffentlicht war.",
                "The state is that of the decision %s: what was published by the end of %s.")
            .formatted(title, last)
        : language
            .pick(
                "Der Tag des Beschlusses %s ist nicht genau bekannt (%s); maßgeblich ist, was bis"
                    + " zum Ende des %s veröffentlicht war.",
                "The day of the decision %s is not known exactly (%s); the state is what was"
                    + " published by the end of %s.")
            .formatted(title, figures.inSentence(dated.day()), last);
  }

  /** The state of one municipality; a release is read as of the day it stands for. */
  public Pin pin(BasisRecorder basis, @Nullable String municipality) {
    if (release == null) {
      return basis.pin(new StateRequest(municipality, known));
    }
    Present present = basis.present();
    // Not by its name, which ALL is none of: a state is that of one municipality.
    MunicipalityRef place = present.pin(new StateRequest(municipality, null)).place();
    LocalDate day =
        present.releases(place).stream()
            .filter(candidate -> candidate.number() == release)
            .map(Release::standsFor)
            .findFirst()
            .orElse(present.today());
    return basis.pinned(place.key(), release, day);
  }
}

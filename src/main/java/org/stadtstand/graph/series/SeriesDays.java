package org.stadtstand.graph.series;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.record.time.BasisRecorder;
import org.stadtstand.record.time.KnownAt;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Release;

/**
 * On which days a series shows its list, and as known when. Days that make no series are refused.
 *
 * @param to the last day; null if it is that of the list
 * @param every how long the periods are whose last days are meant; null if the days are those that
 *     releases stand for
 * @param then whether each day is shown as known on it, and not as known in the state of the list
 */
record SeriesDays(LocalDate from, @Nullable LocalDate to, @Nullable Interval every, boolean then) {

  static SeriesDays of(Map<String, Object> arguments) {
    String every = String.valueOf(arguments.get("every"));
    SeriesDays days =
        new SeriesDays(
            (LocalDate) arguments.getOrDefault("from", LocalDate.MIN),
            (LocalDate) arguments.get("to"),
            every.equals("RELEASE") ? null : Interval.valueOf(every),
            "KNOWN".equals(arguments.get("axis")));
    if (days.to != null) {
      days.check(days.to);
    }
    return days;
  }

  private void check(LocalDate last) {
    if (from.isAfter(last)) {
      throw bad("The series ends on " + last + ", before it begins.", "Let from lie before to.");
    }
    if (every != null) {
      every.days(from, last);
    }
  }

  /** How many days there are at most in a list of these states; none if they are refused. */
  static long most(Map<String, Object> arguments, List<Pin> pins) {
    try {
      SeriesDays days = of(arguments);
      int releases = pins.stream().mapToInt(Pin::number).max().orElse(0);
      return days.every == null ? releases : days.every.most(days.from, days.last(pins));
    } catch (ApiError refused) {
      return 0;
    }
  }

  private LocalDate last(List<Pin> pins) {
    return to != null
        ? to
        : pins.stream().map(Pin::day).max(Comparator.naturalOrder()).orElse(from);
  }

  /** The states of the list on each day, one for each municipality. */
  List<List<Pin>> states(List<Pin> pins, BasisRecorder basis) {
    LocalDate last = last(pins);
    check(last);
    for (Pin pin : pins) {
      if (last.isAfter(pin.day())) {
        throw bad(
            "The series ends on %s, after %s, the day of the list.".formatted(last, pin.day()),
            "Let it end by then, or ask the list on a later day.");
      }
    }
    if (every != null) {
      return every.days(from, last).stream()
          .map(day -> pins.stream().map(pin -> on(day, pin, basis)).toList())
          .toList();
    }
    return ofReleases(only(pins), last, basis).map(List::of).toList();
  }

  /** The state of the only municipality. */
  static Pin only(List<Pin> pins) {
    if (pins.size() != 1) {
      throw bad(
          "Each municipality has its own releases.",
          "Name one, or ask for MONTH, QUARTER or YEAR.");
    }
    return pins.getFirst();
  }

  private Pin on(LocalDate day, Pin pin, BasisRecorder basis) {
    KnownAt known = KnownAt.of(day);
    // A list of the past does not know what was known later.
    return then && basis.present().asKnown(pin, known).release() < pin.release()
        ? basis.asKnown(pin, known)
        : pin.on(day);
  }

  private Stream<Pin> ofReleases(Pin pin, LocalDate last, BasisRecorder basis) {
    List<Release> releases =
        basis.present().releases(pin.place()).stream()
            .filter(release -> release.id() <= pin.release())
            .filter(release -> !release.standsFor().isBefore(from))
            .filter(release -> !release.standsFor().isAfter(last))
            .toList();
    return then
        ? releases.stream()
            .map(one -> basis.pinned(pin.place().key(), one.number(), one.standsFor()))
        : releases.stream().map(Release::standsFor).distinct().sorted().map(pin::on);
  }

  private static ApiError bad(String sentence, String hint) {
    return new ApiError(ErrorCode.BAD_ARGUMENT, sentence, hint);
  }
}

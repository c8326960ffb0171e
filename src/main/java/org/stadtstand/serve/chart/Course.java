package org.stadtstand.serve.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadtstand.serve.drawing.Numbers;
import org.stadtstand.serve.drawing.Scale;

/**
 * What a target aims at, and what was observed and claimed of it.
 *
 * @param percent whether its values are per cent
 * @param goal the target value with its day; null if none is named
 * @param goalWords in words
 * @param due by when; null if that is not said
 * @param baseline where its publisher says it began; null if that is not said
 * @param values oldest first
 * @param path the steps planned on the way, by day
 * @param basis the value that its outcome rests on, or else the last
 * @param gap from that to the target value, in words; null if there is none, or none known
 * @param recorded up to which day anything is on record
 * @param asked the day of the question
 */
record Course(
    boolean percent,
    @Nullable BigDecimal goal,
    String goalWords,
    @Nullable KnownDay due,
    @Nullable StatedValue baseline,
    List<StatedValue> values,
    List<StatedValue> claims,
    List<StatedValue> path,
    @Nullable StatedValue basis,
    @Nullable String gap,
    LocalDate recorded,
    LocalDate asked) {

  Course {
    baseline = baseline == null || isAmong(values, baseline) ? null : baseline;
  }

  static final Comparator<StatedValue> BY_DAY =
      Comparator.comparing(stated -> stated.day().latest());

  /** Whether the gap is what is missing, whatever the direction. */
  boolean isShort() {
    return gap != null && gap.startsWith("\u2212");
  }

  /** Everything with a value, oldest first. */
  List<StatedValue> all() {
    return Stream.of(Stream.ofNullable(baseline), values.stream(), claims.stream(), path.stream())
        .flatMap(each -> each)
        .sorted(BY_DAY)
        .toList();
  }

  /** What is known one after the other: the baseline, unless it was observed, and the values. */
  List<StatedValue> known() {
    return Stream.concat(Stream.ofNullable(baseline), values.stream()).sorted(BY_DAY).toList();
  }

  /** Whether a claim repeats what was observed. */
  boolean repeats(StatedValue claim) {
    return isAmong(values, claim);
  }

  private static boolean isAmong(List<StatedValue> values, StatedValue one) {
    return values.stream().anyMatch(value -> sameMark(value, one));
  }

  private static boolean sameMark(StatedValue one, StatedValue other) {
    return one.day().latest().equals(other.day().latest())
        && one.value().compareTo(other.value()) == 0;
  }

  /** The last of the values, up to which a line may be drawn. */
  Optional<StatedValue> last() {
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
  }

  Scale scale() {
    List<BigDecimal> values = new ArrayList<>(all().stream().map(StatedValue::value).toList());
    if (goal != null) {
      values.add(goal);
    }
    return Scale.of(values);
  }

  LocalDate first() {
    return all().stream()
        .map(stated -> stated.day().earliest().orElse(stated.day().latest()))
        .min(Comparator.naturalOrder())
        .orElse(recorded);
  }

  /**
   * The last day of the axis: nothing is drawn after what is known, but the due day stands, and so
   * does what is planned.
   */
  LocalDate end() {
    return Stream.concat(
            Stream.of(recorded, asked, due == null ? recorded : due.latest()),
            path.stream().map(step -> step.day().latest()))
        .max(Comparator.naturalOrder())
        .orElse(recorded);
  }

  /** The nearest of two days; a line towards the due day ends where the record does. */
  LocalDate carried() {
    return due == null || recorded.isBefore(due.latest()) ? recorded : due.latest();
  }

  String described(Numbers numbers) {
    List<String> parts =
        new ArrayList<>(all().stream().map(each -> each.described(numbers.language())).toList());
    if (goal != null) {
      parts.add(
          numbers.language().pick("Zielwert: ", "Target value: ")
              + goalWords
              + (due == null ? "" : numbers.language().pick(", fällig ", ", due ") + due.label()));
    }
    if (gap != null) {
      parts.add(numbers.language().pick("Abstand: ", "Distance: ") + gap);
    }
    return parts.stream().filter(Objects::nonNull).collect(Collectors.joining(". ", "", "."));
  }
}

package org.stadtstand.serve.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.drawing.Numbers;

/** Reads what {@code charts/target.graphql} asked of a target. */
record CourseReading(Map<?, ?> target, Numbers numbers) {

  /** Claims of this topic say that the target value is reached, without repeating it. */
  private static final String REACHED = "TARGET_REACHED";

  /**
   * The course up to a state.
   *
   * @param known the day that the state stands for
   * @param asked the day of the question
   */
  Course course(LocalDate known, LocalDate asked) {
    String unit = text(target, "unit");
    BigDecimal goal = Numbers.of(target.get("targetValue"));
    List<StatedValue> values =
        nodes("observations").stream()
            .map(row -> StatedValue.ofObservation(row, unit, numbers))
            .filter(Objects::nonNull)
            .sorted(Course.BY_DAY)
            .toList();
    return new Course(
        Numbers.isPercent(unit),
        goal,
        goal == null ? "" : goalWords(goal, unit),
        KnownDay.of(target, "dueOn"),
        baseline(unit),
        values,
        claims(unit),
        path(unit),
        basis(values, unit),
        gap(),
        known,
        asked);
  }

  private List<StatedValue> claims(String unit) {
    Set<String> contradicted =
        nodes("contradictingClaims").stream()
            .map(row -> text(row, "key"))
            .collect(Collectors.toSet());
    return nodes("claims").stream()
        .map(
            row ->
                StatedValue.ofClaim(
                    withGoal(row), unit, numbers, contradicted.contains(text(row, "key"))))
        .filter(Objects::nonNull)
        .toList();
  }

  private List<StatedValue> path(String unit) {
    String unitLabel = text(target, "unitLabel");
    return rows(target.get("path")).stream()
        .map(row -> StatedValue.ofStep(row, Numbers.isPercent(unit), unitLabel, numbers))
        .filter(Objects::nonNull)
        .sorted(Course.BY_DAY)
        .toList();
  }

  private Map<?, ?> withGoal(Map<?, ?> claim) {
    Object goal = target.get("targetValue");
    return claim.get("value") != null || goal == null || !text(claim, "topic").equals(REACHED)
        ? claim
        : Stream.of(Map.of("value", goal), claim)
            .flatMap(map -> map.entrySet().stream())
            .filter(entry -> entry.getValue() != null)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
  }

  private @Nullable StatedValue baseline(String unit) {
    BigDecimal value = Numbers.of(target.get("baselineValue"));
    KnownDay day = KnownDay.of(target, "baselineOn");
    Language language = numbers.language();
    return value == null || day == null
        ? null
        : new StatedValue(
            value,
            day,
            StatedValue.Nature.REPORTED,
            "",
            numbers.marked(value, Numbers.isPercent(unit)),
            goalWords(value, unit),
            language.pick("Ausgangswert", "baseline"),
            null,
            false);
  }

  private @Nullable StatedValue basis(List<StatedValue> values, String unit) {
    Object basis = target.get("outcomeBasis");
    return nodes("observations").stream()
        .filter(row -> basis instanceof Map<?, ?> map && text(row, "key").equals(map.get("key")))
        .map(row -> StatedValue.ofObservation(row, unit, numbers))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(values.isEmpty() ? null : values.getLast());
  }

  private @Nullable String gap() {
    return target.get("gap") instanceof Map<?, ?> gap
            && Numbers.of(gap.get("value")) instanceof BigDecimal value
            && value.signum() != 0
        ? numbers.bare(value) + " " + text(gap, "unitLabel")
        : null;
  }

  private String goalWords(BigDecimal value, String unit) {
    boolean percent = Numbers.isPercent(unit);
    String number = numbers.marked(value, percent);
    return percent ? number : (number + " " + text(target, "unitLabel")).strip();
  }

  /** The finding: what became of it, and by which figure. */
  String title(Course course) {
    Language language = numbers.language();
    String outcome = text(target, "outcomeLabel");
    StatedValue basis = course.basis();
    String aim = language.pick("Ziel ", "target ") + bound() + course.goalWords();
    if (course.goal() == null) {
      return basis == null ? outcome : outcome + ": " + basis.words();
    }
    return outcome + ": " + (basis == null ? aim : basis.words() + ", " + aim);
  }

  private String bound() {
    String direction = text(target, "directionLabel");
    return direction.isEmpty() ? "" : direction + " ";
  }

  String subtitle() {
    String unit = text(target, "unitLabel");
    Language language = numbers.language();
    return language.quoted(text(target, "title"))
        + (unit.isEmpty() ? "" : language.pick(", in ", ", in ") + unit);
  }

  String key() {
    return "ziel-" + text(target, "key");
  }

  /** Who published what is drawn, each once. */
  String sources() {
    Set<String> publishers = new TreeSet<>();
    Stream.of(nodes("observations"), nodes("claims"), rows(target.get("path")))
        .flatMap(List::stream)
        .filter(row -> row.get("value") != null && StatedValue.fits(row, text(target, "unit")))
        .flatMap(row -> row.get("sources") instanceof List<?> list ? list.stream() : Stream.of())
        .forEach(source -> publishers.add(text((Map<?, ?>) source, "publisher")));
    return Plot.sources(publishers, numbers.language());
  }

  private List<? extends Map<?, ?>> nodes(String list) {
    return target.get(list) instanceof Map<?, ?> page ? rows(page.get("nodes")) : List.of();
  }

  private static List<? extends Map<?, ?>> rows(@Nullable Object list) {
    return list instanceof List<?> nodes
        ? nodes.stream().filter(Map.class::isInstance).map(node -> (Map<?, ?>) node).toList()
        : List.of();
  }

  private static String text(Map<?, ?> row, String field) {
    return Objects.toString(row.get(field), "");
  }
}

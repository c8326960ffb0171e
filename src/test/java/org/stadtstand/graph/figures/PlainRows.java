package org.stadtstand.graph.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadtstand.Questions;
import org.stadtstand.ground.text.Precision;
import tools.jackson.databind.JsonNode;

/** Figures worked out anew from the rows of a list, page by page, as a reader could. */
public record PlainRows(List<JsonNode> rows) {

  private static final List<String> FILTERS =
      List.of(
          "{status: {eq: COMPLETED}}",
          "{status: {in: [PLANNED, IN_PROGRESS, ON_HOLD]}}",
          "{status: {isNull: true}}",
          "{plannedEnd: {within: \"2025\"}}",
          "{plannedEnd: {isNull: true}}",
          "{slippageDays: {gt: 0}}",
          "{slippageDays: {isNull: true}}",
          "{timesRescheduled: {gte: 2}}",
          "{overdueDays: {gt: 0}}",
          "{title: {contains: \"e\"}}",
          "{targets: {some: {outcome: {eq: MISSED}}}}",
          "{milestones: {none: {doneOn: {isNull: true}}}}",
          "{or: []}",
          "{}");

  public static final List<String> STATES =
      List.of(
          "",
          ", on: \"2024-05-01\"",
          ", knownAt: \"2023-07-01\"",
          ", knownAt: \"2025-01-15\", on: \"2022-03-31\"",
          ", knownAt: \"1999-01-01\"");

  public static String filter(Random random, int depth) {
    return switch (depth == 0 ? 0 : random.nextInt(5)) {
      case 1 -> "{not: " + filter(random, depth - 1) + "}";
      case 2 -> "{and: [" + filter(random, depth - 1) + ", " + filter(random, depth - 1) + "]}";
      case 3 -> "{or: [" + filter(random, depth - 1) + ", " + filter(random, depth - 1) + "]}";
      default -> FILTERS.get(random.nextInt(FILTERS.size()));
    };
  }

  /**
   * All rows of a list.
   *
   * @param arguments of the list, without its page
   */
  public static PlainRows of(Questions questions, String list, String arguments, String fields) {
    List<JsonNode> rows = new ArrayList<>();
    String after = "";
    while (true) {
      JsonNode page =
          questions
              .data(
                  "{ x: %s(%s, first: 200%s) { nodes { %s } pageInfo { hasNextPage endCursor } } }"
                      .formatted(list, arguments, after, fields))
              .get("x");
      page.get("nodes").forEach(rows::add);
      if (!page.at("/pageInfo/hasNextPage").asBoolean()) {
        return new PlainRows(rows);
      }
      after = ", after: \"%s\"".formatted(page.at("/pageInfo/endCursor").asString());
    }
  }

  public PlainRows that(Predicate<JsonNode> fits) {
    return new PlainRows(rows.stream().filter(fits).toList());
  }

  public int count() {
    return rows.size();
  }

  /** The values of a field, from the smallest. */
  public List<BigDecimal> numbers(String pointer) {
    return rows.stream()
        .map(row -> row.at(pointer))
        .filter(value -> value.isNumber())
        .map(JsonNode::decimalValue)
        .sorted()
        .toList();
  }

  public List<String> texts(String pointer) {
    return rows.stream()
        .map(row -> row.at(pointer))
        .filter(value -> value.isString())
        .map(JsonNode::asString)
        .sorted()
        .toList();
  }

  /** The earliest days that dates can be, from the first. */
  public List<LocalDate> earliest(String field) {
    return rows.stream().flatMap(row -> earliest(row, field)).sorted().toList();
  }

  private static Stream<LocalDate> earliest(JsonNode row, String field) {
    if (row.get(field).isNull()) {
      return Stream.of();
    }
    LocalDate latest = LocalDate.parse(row.get(field).asString());
    return Stream.of(
        switch (Precision.valueOf(row.get(field + "Precision").asString())) {
          case DAY -> latest;
          case MONTH -> latest.withDayOfMonth(1);
          case QUARTER, SEASON -> latest.withDayOfMonth(1).minusMonths(2);
          case YEAR -> latest.withDayOfYear(1);
          case NOT_LATER_THAN -> LocalDate.of(1, 1, 1);
          case BETWEEN ->
              LocalDate.parse(
                  row.get(field + "Label").asString().replaceAll("zwischen dem | und dem.*", ""),
                  DateTimeFormatter.ofPattern("d. MMMM yyyy", Locale.GERMAN));
        });
  }

  public static @Nullable BigDecimal sum(List<BigDecimal> values) {
    return values.stream().reduce(BigDecimal::add).orElse(null);
  }

  public static @Nullable BigDecimal mean(List<BigDecimal> values) {
    BigDecimal sum = sum(values);
    return sum == null
        ? null
        : sum.divide(BigDecimal.valueOf(values.size()), 2, RoundingMode.HALF_UP);
  }

  public static @Nullable BigDecimal median(List<BigDecimal> values) {
    int size = values.size();
    return size == 0
        ? null
        : values.get((size - 1) / 2).add(values.get(size / 2)).divide(BigDecimal.TWO);
  }

  /** Nearest rank. */
  public static <V> @Nullable V p90(List<V> values) {
    return values.isEmpty() ? null : values.get((values.size() * 9 + 9) / 10 - 1);
  }

  public static @Nullable BigDecimal percent(int part, int of) {
    return of == 0
        ? null
        : BigDecimal.valueOf(100L * part).divide(BigDecimal.valueOf(of), 2, RoundingMode.HALF_UP);
  }

  /** Whether an answered number is this one, however many zeros it is written with. */
  public static boolean same(JsonNode answered, @Nullable BigDecimal number) {
    return number == null
        ? answered.isNull()
        : answered.isNumber() && answered.decimalValue().compareTo(number) == 0;
  }
}

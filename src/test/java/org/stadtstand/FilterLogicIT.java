package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * Random filters obey logic, whatever is unknown in the data: a filter and its negation partition
 * the rows, and "and" and "or" count like set operations. Each case is named after its seed.
 */
@ServerTest
class FilterLogicIT {

  private static final List<String> SIMPLE =
      List.of(
          "{status: {eq: %s}}",
          "{status: {in: [%s, PLANNED]}}",
          "{status: {isNull: true}}",
          "{plannedEnd: {lt: \"202%d-06-30\"}}",
          "{plannedEnd: {within: \"202%d\"}}",
          "{plannedEnd: {isNull: true}}",
          "{slippageDays: {gte: %d00}}",
          "{timesRescheduled: {eq: %d}}",
          "{title: {contains: \"stra\u00dfe\"}}",
          "{overdueDays: {gt: %d0}}",
          "{daysSinceLastReport: {lt: %d00}}",
          "{leadUnit: {isNull: false}}",
          "{services: {some: {endToEnd: {eq: YES}}}}",
          "{services: {every: {onlineApplication: {in: [NO, UNKNOWN]}}}}",
          "{targets: {none: {outcome: {eq: REACHED}}}}",
          "{milestones: {some: {doneOn: {isNull: true}}}}");
  private static final List<String> STATUSES = List.of("COMPLETED", "IN_PROGRESS", "ON_HOLD");

  @Autowired private Questions questions;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void obeysLogic(long seed) {
    Random random = new Random(seed);
    String a = filter(random, 2);
    String b = filter(random, 2);
    JsonNode counts =
        questions.data(
            """
            { all: %s
              a: %s
              b: %s
              notA: %s
              both: %s
              either: %s
              neither: %s }
            """
                .formatted(
                    count("{}"),
                    count(a),
                    count(b),
                    count("{not: " + a + "}"),
                    count("{and: [" + a + ", " + b + "]}"),
                    count("{or: [" + a + ", " + b + "]}"),
                    count("{not: {or: [" + a + ", " + b + "]}}")));
    assertThat(of(counts, "a") + of(counts, "notA")).as(a).isEqualTo(of(counts, "all"));
    assertThat(of(counts, "both") + of(counts, "either"))
        .as(a + b)
        .isEqualTo(of(counts, "a") + of(counts, "b"));
    assertThat(of(counts, "either") + of(counts, "neither")).isEqualTo(of(counts, "all"));
  }

  private static String filter(Random random, int depth) {
    int kind = depth == 0 ? 0 : random.nextInt(5);
    return switch (kind) {
      case 1 -> "{not: " + filter(random, depth - 1) + "}";
      case 2 -> "{and: [" + filter(random, depth - 1) + ", " + filter(random, depth - 1) + "]}";
      case 3 -> "{or: [" + filter(random, depth - 1) + ", " + filter(random, depth - 1) + "]}";
      default -> simple(random);
    };
  }

  private static String simple(Random random) {
    String form = SIMPLE.get(random.nextInt(SIMPLE.size()));
    Object value =
        form.contains("%s") ? STATUSES.get(random.nextInt(STATUSES.size())) : 1 + random.nextInt(9);
    return form.formatted(value);
  }

  private static String count(String filter) {
    return "projects(municipality: \"musterstadt\", filter: " + filter + ") { totalCount }";
  }

  private static int of(JsonNode counts, String name) {
    return counts.at("/" + name + "/totalCount").asInt();
  }
}

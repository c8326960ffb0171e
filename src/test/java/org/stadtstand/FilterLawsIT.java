package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * The table of laws in {@code src/docs/api.md} holds for random filters, as the database reads them
 * and as the feed of changes does. Each case is named after its seed.
 */
@ServerTest
class FilterLawsIT {

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern LAW = Pattern.compile("\\| (.*) \\| (.*) \\|");
  private static final List<String> ALL = List.of("null", "{}");
  private static final String NONE = "{or: []}";

  @Autowired private Questions questions;

  /** A list that can be filtered, with what its filters are made of. */
  private enum Filtered {
    PROJECTS(
        "projects(municipality: \"musterstadt\", first: 200%s) { totalCount nodes { id } }",
        "milestones",
        List.of(
            "{status: {eq: COMPLETED}}",
            "{status: {in: [PLANNED, ON_HOLD]}}",
            "{status: {isNull: true}}",
            "{plannedEnd: {lt: \"2024-06-30\"}}",
            "{plannedEnd: {within: \"2025\"}}",
            "{plannedEnd: {isNull: true}}",
            "{slippageDays: {gte: 300}}",
            "{timesRescheduled: {eq: 2}}",
            "{title: {contains: \"stra\u00dfe\"}}",
            "{overdueDays: {gt: 20}}",
            "{priority: {in: [HIGH, LOW]}}",
            "{costOverrun: {gt: 0}}",
            "{completedOn: {within: \"2024\"}}",
            "{daysToComplete: {gte: 900}}",
            "{leadUnit: {isNull: false}}",
            "{services: {some: {endToEnd: {eq: YES}}}}",
            "{services: {every: {onlineApplication: {in: [NO, UNKNOWN]}}}}",
            "{targets: {none: {outcome: {eq: REACHED}}}}",
            "{milestones: {some: {doneOn: {isNull: true}}}}")),
    MILESTONES("", "", List.of("{doneOn: {isNull: true}}", "{title: {contains: \"e\"}}")),
    CHANGES(
        "changes(municipality: \"duesseldorf\", since: {release: 2}, first: 200%s)"
            + " { nodes { id } pageInfo { hasNextPage } }",
        "",
        List.of(
            "{type: {eq: PROJECT}}",
            "{type: {in: [CLAIM, SOURCE]}}",
            "{kind: {eq: CREATED}}",
            "{kind: {in: [WITHDRAWN, REWORDED, CHANGED]}}",
            "{explained: {eq: UNEXPLAINED}}",
            "{field: {contains: \"N\"}}",
            "{field: {isNull: true}}",
            "{key: {contains: \"inf\"}}",
            "{release: {lt: 4}}",
            "{subject: {eq: \"project:glasfaserausbau\"}}"));

    private final String list;
    private final String relation;
    private final List<String> simple;

    Filtered(String list, String relation, List<String> simple) {
      this.list = list;
      this.relation = relation;
      this.simple = simple;
    }

    String asked(String filter) {
      return "{ x: " + list.formatted(", filter: " + filter) + " }";
    }

    String random(Random random, int depth) {
      return switch (depth == 0 ? 0 : random.nextInt(6)) {
        case 1 -> "{not: " + random(random, depth - 1) + "}";
        case 2 -> "{and: [" + random(random, depth - 1) + ", " + random(random, depth - 1) + "]}";
        case 3 -> "{or: [" + random(random, depth - 1) + ", " + random(random, depth - 1) + "]}";
        default -> simple.get(random.nextInt(simple.size()));
      };
    }
  }

  /** A row of the table: the filters on its left, and what they are the same as. */
  private record Law(List<String> filters, String same) {

    static List<Law> all() {
      try (Stream<String> lines = Files.lines(Path.of("src/docs/api.md"))) {
        return lines
            .dropWhile(line -> !line.startsWith("| This filter"))
            .skip(2)
            .takeWhile(line -> line.startsWith("|"))
            .map(Law::of)
            .toList();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    private static Law of(String line) {
      Matcher law = LAW.matcher(line);
      assertThat(law.matches()).as(line).isTrue();
      return new Law(codes(law.group(1)), law.group(2));
    }

    private static List<String> codes(String cell) {
      return CODE.matcher(cell).results().map(code -> code.group(1)).toList();
    }

    List<String> sames() {
      return switch (same) {
        case "all rows" -> ALL;
        case "no rows" -> List.of(NONE);
        default -> codes(same);
      };
    }

    boolean isRefusal() {
      return same.startsWith("refused");
    }
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 8);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void holdInTheDatabase(long seed) {
    hold(Filtered.PROJECTS, "leadUnit", new Random(seed));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void holdInTheFeed(long seed) {
    hold(Filtered.CHANGES, "key", new Random(seed));
    hold(Filtered.CHANGES, "subject", new Random(seed));
  }

  private void hold(Filtered filtered, String key, Random random) {
    List<Law> laws = Law.all();
    assertThat(laws).hasSizeGreaterThan(12);
    for (Law law : laws) {
      for (String filter : law.filters()) {
        boolean related = filter.contains("{r: ");
        if (!related || !filtered.relation.isEmpty()) {
          Filtered inner = related ? Filtered.MILESTONES : filtered;
          String f = inner.random(random, 2);
          check(law, filter, new Written(filtered, key, f, inner.random(random, 2)));
        }
      }
    }
  }

  private void check(Law law, String filter, Written written) {
    String asked = written.in(filter);
    if (law.isRefusal()) {
      assertThat(questions.code(written.filtered().asked(asked)))
          .as(asked)
          .isEqualTo(Law.codes(law.same()).getFirst());
      return;
    }
    JsonNode found = questions.data(written.filtered().asked(asked));
    for (String same : law.sames()) {
      assertThat(found)
          .as("%s is %s", asked, written.in(same))
          .isEqualTo(questions.data(written.filtered().asked(written.in(same))));
    }
  }

  /** What stands for the letters of a law. */
  private record Written(Filtered filtered, String key, String f, String g) {

    String in(String law) {
      return law.replaceAll("\\bk: ", key + ": ")
          .replaceAll("\\br: ", filtered.relation + ": ")
          .replaceAll("\\bF\\b", Matcher.quoteReplacement(f))
          .replaceAll("\\bG\\b(?!\")", Matcher.quoteReplacement(g));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aFilterAndItsNegationShareTheRowsOut(long seed) {
    Random random = new Random(seed);
    List<String> filters = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      filters.add(Filtered.PROJECTS.random(random, 2));
    }
    int all = count("{}");
    for (String a : filters) {
      String b = Filtered.PROJECTS.random(random, 2);
      assertThat(count(a) + count("{not: " + a + "}")).as(a).isEqualTo(all);
      assertThat(count("{and: [" + a + ", " + b + "]}") + count("{or: [" + a + ", " + b + "]}"))
          .as(a + b)
          .isEqualTo(count(a) + count(b));
    }
  }

  private int count(String filter) {
    return questions.data(Filtered.PROJECTS.asked(filter)).at("/x/totalCount").asInt();
  }
}

package org.stadtstand.serve.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.CountedStatements;
import org.stadtstand.Questions;
import org.stadtstand.ServerTest;
import tools.jackson.databind.JsonNode;

/**
 * Questions that make no sense are refused with a code, a sentence and a hint, and read nothing.
 */
@ServerTest
class RefusedDocumentsIT {

  private static final Path DOCUMENTS = Path.of("src/test/resources/refused");

  @Autowired private Questions questions;
  @Autowired private CountedStatements statements;

  @ParameterizedTest
  @CsvSource({
    "01-date-unit-on-a-choice, BAD_GROUP",
    "02-four-dimensions, BAD_GROUP",
    "03-median-of-a-choice-in-order, BAD_GROUP",
    "04-median-of-a-choice-selected, VALIDATION",
    "05-having-on-what-was-not-asked, BAD_GROUP",
    "06-key-that-is-not-in-by, BAD_GROUP",
    "07-two-columns-with-several-values, BAD_GROUP",
    "08-groups-of-a-group, BAD_GROUP",
    "09-the-same-column-twice, BAD_GROUP",
    "10-group-by-money, BAD_GROUP",
    "11-order-by-a-key-not-grouped, BAD_GROUP",
    "12-edges-not-rising, BAD_GROUP",
    "13-nothing-to-group-by, BAD_GROUP",
    "14-search-for-one-letter, BAD_SEARCH",
    "15-quotation-marks-that-do-not-close, BAD_SEARCH",
    "16-two-beginnings, VALIDATION",
    "17-series-into-the-future, BAD_ARGUMENT"
  })
  void areRefusedWithTheirCode(String document, String code) throws IOException {
    refuses(
        java.nio.file.Files.readString(DOCUMENTS.resolve(document + ".graphql")), Map.of(), code);
  }

  @Test
  void areAllOfTheFolder() throws IOException {
    try (Stream<Path> documents = java.nio.file.Files.list(DOCUMENTS)) {
      assertThat(documents).hasSize(17);
    }
  }

  /** One row a day goes out; what is read for it is days times rows, each time. */
  @Test
  void areSeriesOfDaysTimesEverything() {
    String series =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    "s%d: series(from: \"1994-01-31\", to: \"2025-12-31\") { aggregates {"
                            .formatted(i)
                        + " slippageDays { median p90 } statusSince { median } } }")
            .collect(Collectors.joining(" "));
    String document = "{ projects(municipality: \"musterstadt\") { " + series + " } }";
    refuses(document, Map.of(), "TOO_EXPENSIVE");
  }

  /** The same through variables, which are known only after the document has been checked. */
  record Sent(String document, Map<String, @Nullable Object> variables, String code) {}

  static Stream<Sent> sent() {
    String groups =
        "query ($by: [ProjectGroupBy!]!, $having: [ProjectHaving!], $orderBy: [ProjectGroupOrder!])"
            + " { projects { groups(by: $by, having: $having, orderBy: $orderBy) {"
            + " nodes { count } } } }";
    String search = "query ($text: String!) { search(text: $text) { totalCount } }";
    String series =
        "query ($to: Date) { projects(on: \"2025-12-31\") { series(from: \"2025-01-31\", to: $to) {"
            + " on count } } }";
    String since = "query ($since: StateInput) { changes(since: $since) { nodes { sentence } } }";
    List<Map<String, String>> focus = List.of(Map.of("field", "FOCUS_AREA"));
    return Stream.of(
        by(groups, Map.of("field", "STATUS", "unit", "YEAR")),
        by(
            groups,
            Map.of("field", "STATUS"),
            Map.of("field", "FOCUS_AREA"),
            Map.of("field", "LEAD_UNIT"),
            Map.of("field", "PRIORITY")),
        by(groups, Map.of("field", "TARGETS"), Map.of("field", "SERVICES")),
        by(groups, Map.of("field", "PLANNED_END"), Map.of("field", "PLANNED_END", "unit", "MONTH")),
        by(groups, Map.of("field", "SPENT_COST")),
        by(groups, Map.of("field", "SLIPPAGE_DAYS", "edges", List.of(366, 91))),
        by(groups, Map.of("field", "STATUS", "level", "DEPARTMENT")),
        by(groups),
        new Sent(
            groups,
            Map.of("by", focus, "orderBy", List.of(Map.of("field", "STATUS", "figure", "MEDIAN"))),
            "BAD_GROUP"),
        new Sent(
            groups,
            Map.of("by", focus, "orderBy", List.of(Map.of("field", "STATUS"))),
            "BAD_GROUP"),
        new Sent(
            groups,
            Map.of("by", focus, "orderBy", List.of(Map.of("field", "TARGETS", "figure", "SUM"))),
            "BAD_GROUP"),
        new Sent(
            groups,
            Map.of(
                "by",
                focus,
                "having",
                List.of(
                    Map.of(
                        "field", "SLIPPAGE_DAYS", "figure", "MEDIAN", "number", Map.of("gt", 10)))),
            "BAD_GROUP"),
        new Sent(search, Map.of("text", "G"), "BAD_SEARCH"),
        new Sent(search, Map.of("text", "\"Glasfaser Ausbau"), "BAD_SEARCH"),
        new Sent(search, Map.of("text", "-Glasfaser"), "BAD_SEARCH"),
        new Sent(series, Map.of("to", "2027-01-31"), "BAD_ARGUMENT"),
        new Sent(since, Map.of("since", Map.of("release", 2, "day", "2025-01-01")), "VALIDATION"));
  }

  private static Sent by(String document, Object... by) {
    return new Sent(document, Map.of("by", List.of(by)), "BAD_GROUP");
  }

  @ParameterizedTest
  @MethodSource("sent")
  void areRefusedThroughVariables(Sent sent) {
    refuses(sent.document(), sent.variables(), sent.code());
  }

  private void refuses(String document, Map<String, @Nullable Object> variables, String code) {
    // What is asked about once, such as how long lists are, is known afterwards.
    questions.ask(document, variables);
    statements.forget();
    JsonNode error = questions.ask(document, variables).at("/errors/0");
    assertThat(error.at("/extensions/code").asString()).isEqualTo(code);
    assertThat(error.at("/message").asString()).endsWith(".");
    assertThat(error.at("/extensions/hint").asString()).isNotBlank();
    assertThat(statements.statements()).isEmpty();
  }
}

package org.stadtstand.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.ServerTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a question costs is what it takes: no way to a large answer is cheaper than another. */
@ServerTest
class CostIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String DEMO = "municipality: \"musterstadt\"";
  private static final String FOCUS_AREA = "Rm9jdXNBcmVhOm11c3RlcnN0YWR0OmRlbW8tc3RhZHRyYXVt";

  @LocalServerPort private int port;

  @Test
  void theIdsOfNodesAreMultiplied() {
    String document =
        "query($i: [ID!]!, $n: Int = 200) { nodes(ids: $i) { ... on FocusArea { projects(first: $n)"
            + " { nodes { focusArea { projects(first: $n) { nodes { key } } } } } } } }";
    assertThat(code(document, Map.of("i", Collections.nCopies(200, FOCUS_AREA))))
        .isEqualTo("TOO_EXPENSIVE");
    assertThat(rows(document, Map.of("i", Collections.nCopies(8, FOCUS_AREA))))
        .isGreaterThan(8 * rows(document, Map.of("i", List.of(FOCUS_AREA))) - 8);
    assertThat(rows("{ nodes(ids: [\"%1$s\", \"%1$s\"]) { id } }".formatted(FOCUS_AREA)))
        .isEqualTo(2);
  }

  @Test
  void theDefaultOfAVariableCounts() {
    String document =
        "query($n: Int = 200) { projects(%s, first: 39) { nodes { focusArea { projects(first: $n) {"
            + " nodes { history(first: $n) { nodes { key } } } } } } } }";
    long rows = rows(document.formatted(DEMO));
    assertThat(rows).isGreaterThan(39 * 100);
    assertThat(rows(document.formatted(DEMO), Map.of("n", 200))).isEqualTo(rows);
    assertThat(elements(ask(document.formatted(DEMO), Map.of()).get("data")))
        .isLessThanOrEqualTo(rows);
    String small = "query($n: Int = 2) { projects(%s, first: $n) { nodes { key } } }";
    assertThat(rows(small.formatted(DEMO))).isEqualTo(2);
    assertThat(rows(small.formatted(DEMO), Map.of("n", 5))).isEqualTo(5);
    assertThat(rows(small.formatted(DEMO), Collections.singletonMap("n", null))).isEqualTo(50);
  }

  @Test
  void aListHasNoMoreRowsThanItsReleaseHas() {
    long all = total("{ projects(%s) { totalCount } }".formatted(DEMO));
    assertThat(all).isGreaterThan(200);
    assertThat(rows("{ projects(%s, first: 200) { nodes { key } } }".formatted(DEMO)))
        .isEqualTo(200);
    long areas = total("{ focusAreas(%s) { totalCount } }".formatted(DEMO));
    assertThat(rows("{ focusAreas(%s, first: 200) { nodes { key } } }".formatted(DEMO)))
        .isEqualTo(areas);
    assertThat(
            rows(
                "{ projects(%s, first: 200, knownAt: \"1990-01-01\") { nodes { key } } }"
                    .formatted(DEMO)))
        .isZero();
  }

  @Test
  void nestedPagesOverSmallDataAreCheap() {
    String document =
        "{ projects(first: 200) { nodes { services(first: 200) { nodes { usage(first: 200) { nodes"
            + " { key } } } } targets(first: 200) { nodes { observations(first: 200) { nodes { key"
            + " } } } } history(first: 200) { nodes { key } } } } }";
    assertThat(rows(document)).isBetween(10L, 20_000L);
    assertThat(ask(document, Map.of()).has("errors")).isFalse();
  }

  @Test
  void noAnswerHasMoreRowsThanItsEstimate() {
    List<String> documents =
        List.of(
            "{ focusAreas(%s, first: 200) { nodes { projects(first: 200) { nodes { key } } targets"
                + " { nodes { key } } } } }",
            "{ services(%s, first: 200) { nodes { identifiers { scheme } assessments { nodes { key"
                + " } } sources { key } } } }",
            "{ serviceSelections(%s) { nodes { progress(from: \"2020-01-15\", to: \"2024-03-14\")"
                + " { on members } services(first: 200) { nodes { key } } members(first: 200) {"
                + " nodes { key } } } } }",
            "{ orgUnits(%s, first: 200) { nodes { projects(within: SUBTREE) { nodes { key } }"
                + " services { edges { node { key } } } children { nodes { key } } } } }",
            "{ statusHistory(%s, first: 200) { nodes { key ... on ProjectStatusChange { sources {"
                + " key } } ... on Observation { sources { key } } } } }",
            "{ changes(%s, since: {release: 2}, first: 200) { nodes { record { ... on Project {"
                + " services(first: 200) { nodes { key } } history(first: 200) { nodes { key } } }"
                + " } subject { ... on Project { targets { nodes { key } } } } } } }",
            "{ compare(%s, from: {release: 1}, first: 200) { counts { added } edges { node { before"
                + " { ... on Project { history(first: 200) { nodes { key } } } } after { ... on"
                + " Project { services { nodes { key } } } } fields { field } } } } }",
            "{ compare(%s, from: {release: 2}, to: {release: 3}, first: 1) { counts { type } } }");
    for (String document : documents) {
      JsonNode answer = ask(document.formatted(DEMO), Map.of());
      assertThat(answer.has("errors")).as(answer.toString()).isFalse();
      assertThat(elements(answer.get("data")))
          .as(document)
          .isPositive()
          .isLessThanOrEqualTo(answer.at("/extensions/cost/rows").asLong());
    }
  }

  @Test
  void comparisonsAreAsLongAsWhatReleasesTouched() {
    String compared =
        "{ compare(%s, from: {release: %d}, to: {release: %d}, first: 200) { nodes { after { ... on"
            + " Project { services(first: 200) { nodes { key } } targets(first: 200) { nodes {"
            + " key } } } } } } }";
    assertThat(rows(compared.formatted(DEMO, 3, 3))).isZero();
    assertThat(rows(compared.formatted(DEMO, 0, 0))).isZero();
    long next = rows(compared.formatted(DEMO, 2, 3));
    assertThat(next).isBetween(10L, 10_000L);
    assertThat(ask(compared.formatted(DEMO, 2, 3), Map.of()).has("errors")).isFalse();
    String counted = "{ compare(%s, from: {%s}, to: {%s}) { counts { added } } }";
    String whole = counted.formatted(DEMO, "day: \"1990-01-01\"", "newest: true");
    assertThat(units(whole))
        .isGreaterThan(units(counted.formatted(DEMO, "release: 2", "release: 3")) + 2);
    assertThat(code(compared.formatted(DEMO, 3, 2), Map.of())).isEqualTo("BAD_ARGUMENT");
    assertThat(code(compared.formatted(DEMO, 2, 999), Map.of())).isEqualTo("UNKNOWN_RELEASE");
  }

  @Test
  void theFeedIsAsLongAsWhatIsAheadOfIt() {
    String feed =
        "{ changes(%s, since: {%s}, first: 200) { nodes { record { ... on Project {"
            + " services(first: 200) { nodes { key } } } } } } }";
    assertThat(rows(feed.formatted(DEMO, "newest: true"))).isZero();
    String many = feed.formatted(DEMO, "release: 2");
    assertThat(rows(many)).isBetween(200L, 10_000L);
    assertThat(ask(many, Map.of()).has("errors")).isFalse();
    String end =
        ask(
                "{ changes(%s, since: {newest: true}) { pageInfo { endCursor } } }".formatted(DEMO),
                Map.of())
            .at("/data/changes/pageInfo/endCursor")
            .asString();
    assertThat(rows("{ changes(%s, after: \"%s\") { nodes { key } } }".formatted(DEMO, end)))
        .isZero();
    assertThat(code(feed.formatted(DEMO, "release: 999"), Map.of())).isEqualTo("UNKNOWN_RELEASE");
    assertThat(code(feed.formatted("municipality: \"nowhere\"", "newest: true"), Map.of()))
        .isEqualTo("UNKNOWN_MUNICIPALITY");
  }

  /** A filter that hardly anything fits looks through everything, whatever page is asked for. */
  @Test
  void aFilteredFeedCostsByWhatIsTested() {
    String feed =
        "{ changes(%s, %s first: 1, filter: {key: {eq: \"nothing\"}}) { nodes { key } } }";
    long whole = units(feed.formatted(DEMO, ""));
    assertThat(whole).isGreaterThan(5);
    assertThat(units(feed.formatted(DEMO, "since: {newest: true},"))).isLessThan(3);
    assertThat(units("{ changes(%s, first: 1) { nodes { key } } }".formatted(DEMO))).isLessThan(3);
    String aliases =
        IntStream.range(0, 50)
            .mapToObj(
                i ->
                    "a%d: changes(%s, filter: {key: {eq: \"%d\"}}) { nodes { key } }"
                        .formatted(i, DEMO, i))
            .collect(java.util.stream.Collectors.joining(" ", "{ ", " }"));
    assertThat(units(aliases)).isGreaterThan(50 * (whole - 3));
    assertThat(units(feed.formatted("municipality: \"ALL\"", ""))).isPositive();
  }

  @Test
  void plainListsAndProgressCount() {
    long month =
        rows(
            "{ serviceSelections(%s) { nodes { progress(from: \"2020-01-01\", to: \"2023-12-31\") {"
                    .formatted(DEMO)
                + " on } } } }");
    long year =
        rows(
            "{ serviceSelections(%s) { nodes { progress(from: \"2020-01-01\", to: \"2023-12-31\","
                    .formatted(DEMO)
                + " every: YEAR) { on } } } }");
    assertThat(month).isGreaterThan(3 * year);
    assertThat(rows("{ services(%s) { nodes { identifiers { scheme } } } }".formatted(DEMO)))
        .isGreaterThan(rows("{ services(%s) { nodes { key } } }".formatted(DEMO)));
  }

  @Test
  void conditionsOnRelatedRecordsCostByTheirNumberAndTheirLevel() {
    long none = units("{ projects(%s, first: 0) { totalCount } }".formatted(DEMO));
    long one = units(filtered("{targets: {some: {}}}"));
    long inner = units(filtered("{targets: {some: {projects: {some: {}}}}}"));
    assertThat(none).isLessThan(one);
    assertThat(one + 1).isLessThan(inner);
    String thousand = "{or: [" + "{targets: {some: {}}}, ".repeat(1000) + "]}";
    assertThat(units(filtered(thousand))).isGreaterThan(1000);
  }

  /** Whatever is shown of a list, each of its rows is tested. */
  @Test
  void conditionsCostByTheRowsThatTheyAreTestedOn() {
    String many = "{or: [" + "{key: {eq: \"a\"}}, ".repeat(1000) + "]}";
    assertThat(units(filtered(many))).isBetween(40L, 80L);
    String fewer = "{not: {and: [" + "{key: {eq: \"a\"}}, ".repeat(500) + "]}}";
    assertThat(units(filtered(fewer))).isBetween(20L, 40L);
    String inner = "{targets: {some: " + many + "}}";
    assertThat(units(filtered(inner))).isGreaterThan(units(filtered(many)));
    String allowed = "{key: {in: [" + "\"a\", ".repeat(200) + "]}}";
    assertThat(units(filtered(allowed))).isLessThan(10);
    String feed = "{ changes(%s, first: 1, filter: %s) { nodes { key } } }";
    assertThat(units(feed.formatted(DEMO, many))).isGreaterThan(20);
    String nested =
        "{ focusAreas(%s) { nodes { projects(first: 0, filter: %s) { totalCount } } } }";
    assertThat(units(nested.formatted(DEMO, many))).isGreaterThan(40);
    String everywhere = "{ projects(municipality: \"ALL\", first: 0, filter: %s) { totalCount } }";
    assertThat(units(everywhere.formatted(many))).isGreaterThan(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"some", "none", "every"})
  void aDeepFilterIsNeverCheap(String quantifier) {
    long before = units(filtered(nested(quantifier, 1)));
    for (int level = 2; level <= 4; level++) {
      long deeper = units(filtered(nested(quantifier, level)));
      assertThat(deeper).as("level " + level).isGreaterThan(before + level - 1);
      before = deeper;
    }
    assertThat(before).isGreaterThan(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"some", "none", "every"})
  void conditionsOnRelatedRecordsHaveFourLevels(String quantifier) {
    assertThat(ask(filtered(nested(quantifier, 4)), Map.of()).has("errors")).isFalse();
    for (int levels : List.of(5, 8, 10, 40)) {
      assertThat(code(filtered(nested(quantifier, levels)), Map.of()))
          .as(levels + " levels")
          .isEqualTo("TOO_DEEP");
    }
    String below =
        "{ focusAreas(%s) { nodes { projects(filter: %s) { totalCount } } } }"
            .formatted(DEMO, nested(quantifier, 5));
    assertThat(code(below, Map.of())).isEqualTo("TOO_DEEP");
    assertThat(code(filtered("{or: [{not: " + nested(quantifier, 5) + "}]}"), Map.of()))
        .isEqualTo("TOO_DEEP");
  }

  @Test
  void manyListsWithinListsCostMoreThanAnyNumberCanHold() {
    String list = " { projects(first: 200) { nodes { focusArea ";
    String deep =
        "{ focusArea(%s, key: \"a\")".formatted(DEMO)
            + list.repeat(7)
            + "{ key }"
            + " } } }".repeat(7)
            + " }";
    assertThat(rows(deep)).isGreaterThan(1_000_000_000L);
  }

  @Test
  void ofSeveralTypesAnObjectIsOne() {
    String one = "{ node(id: \"%s\") { ... on FocusArea { projects { nodes { key } } } } }";
    String both =
        "{ node(id: \"%s\") { ... on FocusArea { projects { nodes { key } } } ... on Target {"
            + " projects { nodes { key } } } } }";
    assertThat(rows(both.formatted(FOCUS_AREA))).isEqualTo(rows(one.formatted(FOCUS_AREA)));
    String fragment =
        "{ node(id: \"%s\") { ...a } } fragment a on FocusArea { projects { ...b } } fragment b on"
            + " ProjectConnection { nodes { key } }";
    assertThat(rows(fragment.formatted(FOCUS_AREA))).isEqualTo(rows(one.formatted(FOCUS_AREA)));
  }

  @Test
  void anAnswerCostsWhatItTookAndNotWhatItCouldHave() {
    String document =
        "{ projects(%s, first: 200, filter: {key: {eq: \"nothing\"}}) { nodes { key title summary"
            + " status phase: statusLabel } } }";
    long before = left(get("/schema.graphqls"));
    ReceivedResponse answered =
        ReceivedResponse.get(port, "?query=" + ReceivedResponse.encoded(document.formatted(DEMO)));
    assertThat(answered.json().at("/extensions/cost/estimated").asLong()).isGreaterThan(10);
    assertThat(before - left(answered)).isLessThan(5);
  }

  @ParameterizedTest
  @CsvSource({
    "/, 200",
    "/schema.graphqls, 200",
    "/schema.graphql, 200",
    "/docs, 200",
    "/graphiql, 200",
    "/q/no-such-question, 404",
    "/q/!!!, 400",
    "/q/ziele-2025@99999, 404",
    "/data/target.csv, 200",
    "/data/no-such-table.csv, 404",
    "/data/package.zip, 200",
    "/nowhere, 404",
    "/graphql?query=%7B, 200"
  })
  void everyRequestIsCharged(String address, int status) {
    ReceivedResponse answered = get(address);
    assertThat(answered.status()).isEqualTo(status);
    assertThat(answered.header("RateLimit")).startsWith("\"address\";r=");
    assertThat(answered.header("RateLimit-Policy")).contains("w=");
  }

  @Test
  void healthIsNeverCharged() {
    assertThat(get("/actuator/health").header("RateLimit")).isEmpty();
  }

  private static String nested(String quantifier, int levels) {
    String filter = "{}";
    for (int level = levels; level > 0; level--) {
      String field = level % 2 == 1 ? "targets" : "projects";
      filter = "{" + field + ": {" + quantifier + ": " + filter + "}}";
    }
    return filter;
  }

  private static String filtered(String filter) {
    return "{ projects(%s, first: 0, filter: %s) { totalCount } }".formatted(DEMO, filter);
  }

  private static long elements(JsonNode value) {
    long inner =
        IntStream.range(0, value.size())
            .mapToLong(i -> value.isArray() ? elements(value.get(i)) : 0)
            .sum();
    if (value.isObject()) {
      inner += value.properties().stream().mapToLong(entry -> elements(entry.getValue())).sum();
    }
    return value.isArray() ? value.size() + inner : inner;
  }

  private static long left(ReceivedResponse answered) {
    String field = answered.header("RateLimit");
    return Long.parseLong(field.substring(field.indexOf("r=") + 2, field.indexOf(";t=")));
  }

  private long total(String document) {
    return ask(document, Map.of())
        .get("data")
        .properties()
        .iterator()
        .next()
        .getValue()
        .get("totalCount")
        .asLong();
  }

  private long rows(String document) {
    return rows(document, Map.of());
  }

  private long rows(String document, Map<String, ?> variables) {
    return explained(document, variables).get("rows").asLong();
  }

  private long units(String document) {
    return explained(document, Map.of()).get("estimated").asLong();
  }

  private JsonNode explained(String document, Map<String, ?> variables) {
    JsonNode answer = send(document, variables, "Prefer", "explain");
    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    return answer.at("/extensions/cost");
  }

  private String code(String document, Map<String, ?> variables) {
    return ask(document, variables).at("/errors/0/extensions/code").asString();
  }

  private JsonNode ask(String document, Map<String, ?> variables) {
    return send(document, variables, "Accept", ReceivedResponse.JSON);
  }

  private JsonNode send(String document, Map<String, ?> variables, String name, String value) {
    String body = JSON.writeValueAsString(Map.of("query", document, "variables", variables));
    return ReceivedResponse.post(port, body, "Content-Type", ReceivedResponse.JSON, name, value)
        .json();
  }

  private ReceivedResponse get(String address) {
    return ReceivedResponse.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + address)).GET());
  }
}

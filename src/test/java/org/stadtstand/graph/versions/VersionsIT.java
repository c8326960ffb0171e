package org.stadtstand.graph.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.CountedStatements;
import org.stadtstand.Questions;
import org.stadtstand.ServerTest;
import org.stadtstand.record.cache.ResultCache;
import org.stadtstand.serve.link.Web;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every version of one thing, with the releases it held in and what led to it. */
@ServerTest
class VersionsIT {

  private static final int RELEASES = 9;
  private static final String VALUES = "key title plannedEnd leadUnit { key } focusArea { key }";
  private static final String PAGE =
      """
      totalCount edges { cursor from { number revokedBy { number } } until { number } kind kindLabel
        changes { kind field sentence explained } ended { reason sentence release { number } }
        node { id %s } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      """
          .formatted(VALUES);

  @LocalServerPort private int port;
  @Autowired private Questions questions;
  @Autowired private CountedStatements statements;
  @Autowired private ResultCache cache;

  private static String asked(String state, String arguments) {
    return "{ project(municipality: \"musterstadt\", %s) { versions%s { %s } } }"
        .formatted(state, arguments, PAGE);
  }

  private JsonNode versions(String state, String arguments) {
    return questions.data(asked(state, arguments)).at("/project/versions");
  }

  @Test
  void anAbsenceIsAGapThatItsEndExplains() {
    JsonNode versions = versions("key: \"demo-p-0006\"", "");
    assertThat(versions.get("totalCount").asInt()).isEqualTo(2);
    JsonNode first = versions.at("/edges/0");
    assertThat(first.at("/from/number").asInt()).isEqualTo(1);
    assertThat(first.at("/until/number").asInt()).isEqualTo(3);
    assertThat(first.at("/ended/release/number").asInt()).isEqualTo(3);
    assertThat(first.at("/ended/reason").asString()).contains("Förderung");
    assertThat(first.at("/kindLabel").asString()).isEqualTo("neu aufgenommen");
    JsonNode second = versions.at("/edges/1");
    assertThat(second.at("/from/number").asInt()).isEqualTo(8);
    assertThat(second.at("/kind").asString()).isEqualTo("RELISTED");
    assertThat(second.at("/until").isNull()).isTrue();
    assertThat(second.at("/ended").isNull()).isTrue();
  }

  @Test
  void howWhatIsGoneEndedIsKnownLater() {
    String then = "key: \"demo-p-0001\", knownAt: \"2022-09-01\"";
    JsonNode known = versions(then, "").at("/edges/0");
    assertThat(known.at("/until").isNull()).isTrue();
    assertThat(known.at("/ended").isNull()).isTrue();
    JsonNode later = versions(then, "(at: \"2026-01-01\")").at("/edges/0");
    assertThat(later.at("/until/number").asInt()).isEqualTo(3);
    assertThat(later.at("/ended/sentence").asString()).endsWith("ohne Erläuterung.");
    assertThat(versions(then, "(at: \"1990-01-01\")").get("totalCount").asInt()).isZero();
  }

  @Test
  void eachIsTheRecordAsItIsAtEachOfItsReleases() {
    Map<String, Map<Integer, JsonNode>> listed = new TreeMap<>();
    Map<String, Map<Integer, JsonNode>> told = new TreeMap<>();
    JsonNode releases =
        questions
            .data("{ releases(municipality: \"musterstadt\") { nodes { number standsFor } } }")
            .at("/releases/nodes");
    assertThat(releases).hasSize(RELEASES);
    for (JsonNode release : releases) {
      int number = release.get("number").asInt();
      for (JsonNode project : projects(release.get("standsFor").asString())) {
        String key = project.get("key").asString();
        listed.computeIfAbsent(key, any -> new TreeMap<>()).put(number, values(project));
        told.computeIfAbsent(key, any -> told(project.at("/versions/edges")));
      }
    }
    assertThat(listed).hasSizeGreaterThan(150);
    assertThat(told).isEqualTo(listed);
    assertThat(told.values())
        .anyMatch(states -> states.size() < RELEASES && states.containsKey(RELEASES))
        .anyMatch(states -> states.values().stream().distinct().count() > 2);
  }

  private JsonNode projects(String day) {
    List<String> keys =
        IntStream.rangeClosed(1, 200).mapToObj("\"demo-p-%04d\""::formatted).toList();
    return questions
        .data(
            """
            { projects(municipality: "musterstadt", knownAt: "%1$s", first: 200,
                filter: {key: {in: %3$s}}) { nodes { %2$s
              versions(at: "2026-01-31") { edges {
                from { number } until { number } node { %2$s } } } } } }
            """
                .formatted(day, VALUES, keys))
        .at("/projects/nodes");
  }

  private static JsonNode values(JsonNode project) {
    return ((ObjectNode) project).deepCopy().without("versions");
  }

  private static Map<Integer, JsonNode> told(JsonNode edges) {
    Map<Integer, JsonNode> states = new TreeMap<>();
    for (JsonNode edge : edges) {
      int until = edge.at("/until/number").asInt(RELEASES + 1);
      for (int number = edge.at("/from/number").asInt(); number < until; number++) {
        assertThat(states.put(number, edge.get("node"))).as("two at once").isNull();
      }
    }
    return states;
  }

  @Test
  void theIdOfEachNamesItsState() {
    for (JsonNode edge : versions("key: \"demo-p-0006\"", "").get("edges")) {
      JsonNode again =
          questions
              .data(
                  "{ node(id: %s) { id ... on Project { %s } } }"
                      .formatted(edge.at("/node/id"), VALUES))
              .get("node");
      assertThat(again).isEqualTo(edge.get("node"));
    }
  }

  @Test
  void whatARevokedReleaseChangedIsAVersionLikeAnyOther() {
    JsonNode mistaken =
        questions
            .data(
                "{ changes(municipality: \"musterstadt\", since: {release: 3}, filter: {type: {eq:"
                    + " PROJECT}, field: {eq: \"planned_end\"}, release: {eq: 4}}, first: 1) {"
                    + " nodes { key } } }")
            .at("/changes/nodes/0");
    JsonNode edges = versions("key: %s".formatted(mistaken.get("key")), "").get("edges");
    List<JsonNode> revoked = new ArrayList<>();
    edges.forEach(
        edge -> {
          if (edge.at("/from/number").asInt() == 4 || edge.at("/from/number").asInt() == 5) {
            revoked.add(edge);
          }
        });
    assertThat(revoked).hasSize(2);
    assertThat(revoked.get(0).at("/from/revokedBy/number").asInt()).isEqualTo(5);
    assertThat(revoked.get(0).at("/until/number").asInt()).isEqualTo(5);
    assertThat(revoked.get(0).at("/ended").isNull()).isTrue();
    assertThat(revoked.get(1).at("/changes/0/explained").asString()).isEqualTo("EXPLAINED");
  }

  @Test
  void pagesOfBothDirectionsAreTheWhole() {
    String key = "key: \"%s\"".formatted(mostVersions());
    List<JsonNode> all = new ArrayList<>();
    versions(key, "").get("edges").forEach(edge -> all.add(edge.get("node")));
    assertThat(all).hasSizeGreaterThan(3);
    for (int size = 1; size <= all.size(); size++) {
      assertThat(paged(key, "first: " + size, "after", "endCursor", "hasNextPage")).isEqualTo(all);
      assertThat(paged(key, "direction: DESC, first: " + size, "after", "endCursor", "hasNextPage"))
          .isEqualTo(all.reversed());
      assertThat(
              paged(
                      key,
                      "direction: DESC, last: " + size,
                      "before",
                      "startCursor",
                      "hasPreviousPage")
                  .stream()
                  .distinct())
          .hasSameSizeAs(all)
          .containsAll(all);
    }
  }

  private List<JsonNode> paged(
      String key, String page, String argument, String cursor, String more) {
    List<JsonNode> nodes = new ArrayList<>();
    String place = "";
    JsonNode versions;
    do {
      versions = versions(key, "(%s%s)".formatted(page, place));
      versions.get("edges").forEach(edge -> nodes.add(edge.get("node")));
      place = ", %s: %s".formatted(argument, versions.at("/pageInfo/" + cursor));
    } while (versions.at("/pageInfo/" + more).asBoolean());
    return nodes;
  }

  private String mostVersions() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    questions
        .data(
            "{ projects(municipality: \"musterstadt\", first: 200, filter: {timesRescheduled:"
                + " {gte: 2}}) { nodes { key versions { totalCount } } } }")
        .at("/projects/nodes")
        .forEach(
            project ->
                counts.put(
                    project.get("key").asString(), project.at("/versions/totalCount").asInt()));
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElseThrow();
  }

  @Test
  void theListsOfAllParentsAreReadTogether() {
    String asked =
        "{ projects(municipality: \"musterstadt\", first: %d) { nodes { key versions { edges { kind"
            + " node { title } } } } } }";
    // What the server knows for good is read before anything is counted.
    questions.data(asked.formatted(3));
    int few = statements(asked.formatted(40));
    assertThat(statements(asked.formatted(160))).isPositive().isEqualTo(few);
  }

  private int statements(String asked) {
    cache.clear();
    statements.forget();
    questions.data(asked);
    return statements.statements().size();
  }

  @Test
  void aLineOfAFileIsAVersion() {
    String asked =
        "{ project(municipality: \"musterstadt\", key: \"demo-p-0006\") { versions { edges { from"
            + " { number } node { title plannedEnd } } } } }";
    assertThat(new Web(port).get(Web.carried(asked) + ".csv").body().lines())
        .containsExactly(
            "from.number,title,plannedEnd,plannedEndLabel,dataset.municipality,dataset.standing",
            "1,\"Intelligente Straßenbeleuchtung an der Nordallee\",2024-03-31,\"31. März 2024\","
                + "\"musterstadt\",\"DEMO\"",
            "8,\"Intelligente Straßenbeleuchtung an der Nordallee\",2024-03-31,\"31. März 2024\","
                + "\"musterstadt\",\"DEMO\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "first: 201 | BAD_PAGE",
        "first: -1 | BAD_PAGE",
        "first: 1, last: 1 | BAD_PAGE",
        "after: \"nonsense\" | BAD_CURSOR",
        "before: \"\" | BAD_CURSOR",
        "direction: DESC, after: \"YzEfUHJvamVjdC52ZXJzaW9ucx81HzAfMB8\" | CURSOR_OF_OTHER_LIST",
        "at: \"2999-01-01\" | FUTURE_MOMENT",
        "direction: null | VALIDATION",
      })
  void whatCannotBeMeantIsRefused(String arguments, String code) {
    assertThat(questions.code(asked("key: \"demo-p-0006\"", "(" + arguments + ")")))
        .isEqualTo(code);
  }

  @Test
  void aCursorOfAnotherCityIsRefused() {
    String asked =
        "{ projects(municipality: \"%s\", first: 1) { nodes { versions(%s) { pageInfo {"
            + " endCursor } } } } }";
    String cursor =
        questions
            .data(asked.formatted("duesseldorf", "first: 1"))
            .at("/projects/nodes/0/versions/pageInfo/endCursor")
            .toString();
    for (String argument : List.of("after", "before")) {
      JsonNode answer = questions.ask(asked.formatted("musterstadt", argument + ": " + cursor));
      assertThat(answer.at("/errors/0/extensions/code").asString())
          .isEqualTo("CURSOR_OF_OTHER_LIST");
      assertThat(answer.at("/errors/0/message").asString())
          .isEqualTo("The cursor was made for duesseldorf, but this is asked for musterstadt.");
    }
    assertThat(questions.ask(asked.formatted("duesseldorf", "after: " + cursor)).has("errors"))
        .isFalse();
  }

  @Test
  void aCursorOfAnotherListIsRefused() {
    String feed =
        questions
            .data("{ changes(municipality: \"musterstadt\", first: 1) { pageInfo { endCursor } } }")
            .at("/changes/pageInfo/endCursor")
            .toString();
    assertThat(questions.code(asked("key: \"demo-p-0006\"", "(after: " + feed + ")")))
        .isEqualTo("CURSOR_OF_OTHER_LIST");
    String own = versions("key: \"demo-p-0006\"", "").at("/pageInfo/endCursor").toString();
    assertThat(
            questions.code(
                "{ changes(municipality: \"musterstadt\", after: %s) { nodes { key } } }"
                    .formatted(own)))
        .isEqualTo("CURSOR_OF_OTHER_LIST");
  }

  /** A page of versions costs no more than there are releases, however large it may be. */
  @Test
  void thereAreNoMoreThanReleases() {
    assertThat(rows("first: 200")).isEqualTo(rows("first: 9"));
    assertThat(rows("first: 2")).isLessThan(rows("first: 9"));
  }

  private int rows(String page) {
    String document =
        "{ projects(municipality: \"musterstadt\", first: 10) { nodes { versions(%s) { edges {"
            + " changes { sentence } } } } } }";
    return questions.ask(document.formatted(page)).at("/extensions/cost/rows").asInt();
  }
}

package org.stadtstand.graph.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.Questions;
import org.stadtstand.ServerTest;
import tools.jackson.databind.JsonNode;

/** The search over the API: pages, types, states, excerpts, and what is refused. */
@ServerTest
class SearchFieldsIT {

  private static final String DEMO = "municipality: \"musterstadt\", ";

  @Autowired private Questions questions;

  private JsonNode search(String arguments, String fields) {
    return questions.data("{ search(" + arguments + ") { " + fields + " } }").get("search");
  }

  private static List<String> texts(JsonNode nodes, String field) {
    return StreamSupport.stream(nodes.spliterator(), false)
        .map(node -> node.get(field).asString())
        .toList();
  }

  @Test
  void pagesAreTheWholeList() {
    JsonNode whole =
        search(DEMO + "text: \"digital\", first: 200", "totalCount nodes { type key score }");
    List<JsonNode> paged = new ArrayList<>();
    String after = "";
    boolean more = true;
    while (more) {
      JsonNode page =
          search(
              DEMO + "text: \"digital\", first: 7" + after,
              "totalCount edges { cursor node { type key score } } pageInfo { hasNextPage"
                  + " hasPreviousPage endCursor }");
      assertThat(page.at("/pageInfo/hasPreviousPage").asBoolean()).isEqualTo(!paged.isEmpty());
      assertThat(page.get("totalCount")).isEqualTo(whole.get("totalCount"));
      page.get("edges").forEach(edge -> paged.add(edge.get("node")));
      more = page.at("/pageInfo/hasNextPage").asBoolean() && paged.size() < 50;
      after = ", after: \"" + page.at("/pageInfo/endCursor").asString() + "\"";
    }
    assertThat(paged).hasSizeGreaterThan(20);
    assertThat(paged)
        .isEqualTo(
            StreamSupport.stream(whole.get("nodes").spliterator(), false)
                .limit(paged.size())
                .toList());
    assertThat(paged.stream().map(hit -> -hit.get("score").asInt())).isSorted();
  }

  @Test
  void typesNarrowTheListAndNotTheCounts() {
    JsonNode all = search(DEMO + "text: \"digital\"", "totalCount counts { type typeLabel count }");
    JsonNode some =
        search(
            DEMO + "text: \"digital\", types: [TARGET, PROJECT], first: 200",
            "totalCount counts { type typeLabel count } nodes { type }");
    assertThat(some.get("counts")).isEqualTo(all.get("counts"));
    assertThat(sum(all.get("counts"), "")).isEqualTo(all.get("totalCount").asInt());
    assertThat(texts(some.get("nodes"), "type")).isNotEmpty().containsOnly("TARGET", "PROJECT");
    assertThat(some.get("totalCount").asInt())
        .isEqualTo(sum(all.get("counts"), "TARGET") + sum(all.get("counts"), "PROJECT"));
  }

  private static int sum(JsonNode counts, String type) {
    return StreamSupport.stream(counts.spliterator(), false)
        .filter(count -> type.isEmpty() || count.get("type").asString().equals(type))
        .mapToInt(count -> count.get("count").asInt())
        .sum();
  }

  @Test
  void aMinusTakesAwayWhatTheWordAloneFinds() {
    String fields = "totalCount nodes { type key }";
    JsonNode with = search(DEMO + "text: \"digital\", first: 200, types: [PROJECT]", fields);
    JsonNode both = search(DEMO + "text: \"digital amt\", first: 200, types: [PROJECT]", fields);
    JsonNode less = search(DEMO + "text: \"digital -amt\", first: 200, types: [PROJECT]", fields);
    assertThat(less.get("totalCount").asInt() + both.get("totalCount").asInt())
        .isEqualTo(with.get("totalCount").asInt());
    assertThat(texts(less.get("nodes"), "key")).isNotEmpty();
  }

  @Test
  void anExcerptIsThePlainTextAroundTheWords() {
    JsonNode found =
        search(
            DEMO + "text: \"digital\", first: 200",
            "nodes { excerpt field fieldLabel(lang: EN) title record { __typename key } key"
                + " matches { field excerpt language parts { text marked } } }");
    assertThat(found.get("nodes")).hasSizeGreaterThan(20);
    for (JsonNode hit : found.get("nodes")) {
      assertThat(hit.at("/record/key")).isEqualTo(hit.get("key"));
      assertThat(hit.get("title").asString()).isNotBlank();
      assertThat(hit.at("/matches/0/excerpt")).isEqualTo(hit.get("excerpt"));
      assertThat(hit.at("/matches/0/field")).isEqualTo(hit.get("field"));
      assertThat(hit.get("matches").size()).isBetween(1, 3);
      for (JsonNode match : hit.get("matches")) {
        String excerpt = match.get("excerpt").asString();
        assertThat(excerpt).hasSizeLessThanOrEqualTo(200);
        assertThat(String.join("", texts(match.get("parts"), "text"))).isEqualTo(excerpt);
        assertThat(marked(match))
            .isNotEmpty()
            .allSatisfy(word -> assertThat(word.toLowerCase(Locale.ROOT)).contains("digital"));
      }
    }
  }

  private static List<String> marked(JsonNode match) {
    return StreamSupport.stream(match.get("parts").spliterator(), false)
        .filter(part -> part.get("marked").asBoolean())
        .map(part -> part.get("text").asString())
        .collect(Collectors.toList());
  }

  @Test
  void aTypingErrorIsForgivenAndSaid() {
    JsonNode wrong = search("text: \"Geburtsanziege\"", "corrected nodes { key score }");
    JsonNode right = search("text: \"Geburtsanzeige\"", "corrected nodes { key }");
    assertThat(wrong.get("corrected").asString()).contains("geburtsanzeige");
    assertThat(right.get("corrected").isNull()).isTrue();
    assertThat(texts(wrong.get("nodes"), "key"))
        .isNotEmpty()
        .allSatisfy(key -> assertThat(texts(right.get("nodes"), "key")).contains(key));
    JsonNode quoted = search("text: \"\\\"Geburtsanziege\\\"\"", "totalCount corrected");
    assertThat(quoted.get("totalCount").asInt()).isZero();
    assertThat(quoted.get("corrected").isNull()).isTrue();
  }

  @Test
  void whatIsSaidToHaveBeenSearchedForFindsTheSame() {
    for (String text : List.of("strase", "digtal", "antrg", "schle")) {
      JsonNode mistyped = search(DEMO + "text: \"" + text + "\"", "totalCount corrected");
      String said = mistyped.get("corrected").asString();
      JsonNode meant = search(DEMO + "text: \"" + said + "\"", "totalCount");
      assertThat(mistyped.get("totalCount")).as(said).isEqualTo(meant.get("totalCount"));
    }
  }

  @Test
  void allLeavesDemoCitiesOut() {
    String fields = "totalCount nodes { record { municipality { key } } }";
    JsonNode all = search("municipality: \"ALL\", text: \"digital\", first: 200", fields);
    JsonNode own = search("text: \"digital\", first: 200", fields);
    assertThat(all).isEqualTo(own);
    assertThat(own.get("totalCount").asInt()).isPositive();
    assertThat(search("municipality: \"ALL\", text: \"demo\"", fields).get("nodes")).isEmpty();
    assertThat(search(DEMO + "text: \"demo\"", fields).get("nodes")).isNotEmpty();
  }

  @Test
  void aStateIsSearchedAsItWas() {
    JsonNode then =
        search(
            DEMO + "text: \"digital\", knownAt: \"2022-07-01\", first: 200",
            "nodes { record { id } }");
    JsonNode before = search(DEMO + "text: \"digital\", knownAt: \"2000-01-01\"", "totalCount");
    assertThat(then.get("nodes")).isNotEmpty();
    assertThat(before.get("totalCount").asInt()).isZero();
    JsonNode one =
        questions.data(
            "{ node(id: \"" + then.at("/nodes/0/record/id").asString() + "\") { __typename } }");
    assertThat(one.get("node").isNull()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "text: \"G\"|BAD_SEARCH",
        "text: \"\\\"Glasfaser Ausbau\"|BAD_SEARCH",
        "text: \"-Schule\"|BAD_SEARCH",
        "text: \"\"|BAD_SEARCH",
        "text: \"aa bb cc dd ee ff gg hh ii\"|BAD_SEARCH",
        "text: \"Amt\", types: [PROJECT_TARGET]|BAD_SEARCH",
        "text: null|VALIDATION",
        "text: 1|VALIDATION",
        "first: 1|VALIDATION",
        "text: \"Amt\", types: [NOTHING]|VALIDATION",
        "text: \"Amt\", first: 201|BAD_PAGE",
        "text: \"Amt\", first: -1|BAD_PAGE",
        "text: \"Amt\", after: \"x\"|BAD_CURSOR",
        "text: \"Amt\", municipality: \"nowhere\"|UNKNOWN_MUNICIPALITY",
        "text: \"Amt\", knownAt: \"2099-01-01\"|FUTURE_MOMENT",
        "text: \"Amt\", on: \"2025-01-01\", asOf: RECORD|BAD_ARGUMENT",
      })
  void whatCannotBeMeantIsRefused(String arguments, String code) {
    assertThat(questions.code("{ search(" + arguments + ") { totalCount } }")).isEqualTo(code);
  }

  @Test
  void aCursorIsOfOneSearch() {
    String asked = DEMO + "text: \"digital\", first: 1";
    String cursor = search(asked, "pageInfo { endCursor }").at("/pageInfo/endCursor").asString();
    String after = ", after: \"" + cursor + "\"";
    assertThat(search(asked + after, "nodes { key }").get("nodes")).hasSize(1);
    for (String other :
        List.of(
            DEMO + "text: \"amt\"",
            DEMO + "text: \"digital\", types: [PROJECT]",
            DEMO + "text: \"digital\", knownAt: \"2025-01-01\"",
            "text: \"digital\"")) {
      assertThat(questions.code("{ search(" + other + after + ") { nodes { key } } }"))
          .as(other)
          .isEqualTo("CURSOR_OF_OTHER_LIST");
    }
    String list =
        questions
            .data("{ projects(" + DEMO + "first: 1) { pageInfo { endCursor } } }")
            .at("/projects/pageInfo/endCursor")
            .asString();
    assertThat(
            questions.code("{ search(" + asked + ", after: \"" + list + "\") { nodes { key } } }"))
        .isIn("CURSOR_OF_OTHER_LIST", "BAD_CURSOR");
  }
}

package org.stadtstand.graph.arguments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.Questions;
import org.stadtstand.ServerTest;
import org.stadtstand.ground.text.SortKey;
import org.stadtstand.serve.link.Web;
import org.stadtstand.serve.request.CanonicalQuestion;
import org.stadtstand.serve.request.Question;
import tools.jackson.databind.JsonNode;

/** One language for a whole question: its texts, and what its filters and orders compare. */
@ServerTest
class QuestionLanguageIT {

  private static final String DEMO = "municipality: \"musterstadt\"";

  @LocalServerPort private int port;
  @Autowired private Questions questions;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "projects(%s, first: 5) { nodes { title%s summary%s statusLabel%s plannedEndLabel%s"
            + " translation%s translationLabel%s focusArea { name%s } citation%s } }",
        "projects(%s) { aggregates { plannedEnd { minLabel%s maxLabel%s } } groups(by: [{field:"
            + " STATUS}]) { nodes { label%s keys { statusLabel%s } } } }",
        "changes(%s, first: 20) { nodes { kindLabel%s typeLabel%s fieldLabel%s sentence%s } }",
        "services(%s, first: 5) { nodes { name%s then: asKnown(at: \"2023-01-01\") { name%s } } }",
        "targets(%s, first: 3) { nodes { then: outcomeLabel(on: \"2025-12-31\"%s) sentence%s } }",
        "dataset(%s) { warnings%s }",
        "project(%s, key: \"demo-p-0006\") { versions { edges { kindLabel%s node { title%s } } } }"
      })
  void itIsThatOfEachTextThatNamesNone(String selection) {
    String plain = "{ " + selection.replaceFirst("%s", DEMO).replace("%s", "") + " }";
    String each = "{ " + selection.replaceFirst("%s", DEMO) + " }";
    JsonNode named =
        questions.data(each.replace("\"%s)", "\" lang: EN)").replace("%s", "(lang: EN)"));
    assertThat(questions.data("query @lang(in: EN) " + plain)).isEqualTo(named);
    assertThat(
            questions
                .ask("query($l: Language!) @lang(in: $l) " + plain, Map.of("l", "EN"))
                .get("data"))
        .isEqualTo(named);
    assertThat(questions.data("query @lang(in: DE) " + plain))
        .isEqualTo(questions.data(plain))
        .isNotEqualTo(named);
  }

  @Test
  void aFieldThatNamesItsLanguageKeepsIt() {
    JsonNode project =
        questions
            .data(
                "query @lang(in: EN) { project(%s, key: \"demo-p-0006\") { title german:"
                        .formatted(DEMO)
                    + " title(lang: DE) none: title(lang: null) } }")
            .get("project");
    assertThat(project.get("german").asString()).startsWith("Intelligente");
    assertThat(project.get("title").asString()).startsWith("Smart");
    assertThat(project.get("none")).isEqualTo(project.get("title"));
  }

  @Test
  void operationsThatShareAFragmentHaveTheirOwn() {
    String document =
        """
        query German { projects(%1$s, first: 4) { nodes { ...P } } }
        query English @lang(in: EN) { projects(%1$s, first: 4) { nodes { ...P } } }
        query Asked($l: Language = EN) @lang(in: $l) { projects(%1$s, first: 4) { nodes { ...P } } }
        fragment P on Project { title focusArea { name } }
        """
            .formatted(DEMO);
    for (int again = 0; again < 2; again++) {
      JsonNode german = ask(document, "German", Map.of());
      JsonNode english = ask(document, "English", Map.of());
      assertThat(german).isNotEqualTo(english);
      assertThat(ask(document, "Asked", Map.of())).isEqualTo(english);
      assertThat(ask(document, "Asked", Map.of("l", "DE"))).isEqualTo(german);
    }
  }

  private JsonNode ask(String document, String operation, Map<String, Object> variables) {
    return questions
        .ask(new Question(document, operation, Map.copyOf(variables), null))
        .get("data");
  }

  @ParameterizedTest
  @CsvSource({
    "contains, for",
    "contains, ÖFFN",
    "startsWith, digital",
    "startsWith, Smart",
    "contains, straße"
  })
  void filtersCompareIt(String operator, String part) {
    List<String> expected = new ArrayList<>();
    for (JsonNode title : all("")) {
      String key = SortKey.of(title.asString());
      String sought = SortKey.of(part);
      if (operator.equals("contains") ? key.contains(sought) : key.startsWith(sought)) {
        expected.add(title.asString());
      }
    }
    String filter = "{title: {%s: \"%s\"}}".formatted(operator, part);
    assertThat(all(", filter: " + filter)).map(JsonNode::asString).isEqualTo(expected);
    JsonNode counted =
        questions.data(
            "query @lang(in: EN) { projects(%s) { count(filter: %s) undecidedCount groups(by:"
                    .formatted(DEMO, filter)
                + " [{field: MUNICIPALITY}]) { nodes { count(filter: %s) } } } focusAreas(%s) {"
                    .formatted(filter, DEMO)
                + " nodes { projects(filter: %s) { totalCount } } } }".formatted(filter));
    assertThat(counted.at("/projects/count").asInt()).isEqualTo(expected.size());
    assertThat(counted.at("/projects/groups/nodes/0/count").asInt()).isEqualTo(expected.size());
    int nested = 0;
    for (JsonNode area : counted.at("/focusAreas/nodes")) {
      nested += area.at("/projects/totalCount").asInt();
    }
    assertThat(nested).isEqualTo(expected.size());
  }

  @Test
  void aTitleIsFoundByItsWordsInThatLanguageAlone() {
    String asked = " { projects(%s, filter: {title: {eq: \"%s\"}}) { totalCount } }";
    String english = "Smart street lighting along Nordallee";
    assertThat(total("query @lang(in: EN)" + asked.formatted(DEMO, english))).isEqualTo(1);
    assertThat(total(asked.formatted(DEMO, english))).isZero();
    String german = "Intelligente Straßenbeleuchtung an der Nordallee";
    assertThat(total(asked.formatted(DEMO, german))).isEqualTo(1);
    assertThat(total("query @lang(in: EN)" + asked.formatted(DEMO, german))).isZero();
  }

  private int total(String document) {
    return questions.data(document).at("/projects/totalCount").asInt();
  }

  /** English titles in English order, read page by page. */
  private List<JsonNode> all(String arguments) {
    List<JsonNode> titles = new ArrayList<>();
    String after = "";
    JsonNode page;
    do {
      page =
          questions
              .data(
                  "query @lang(in: EN) { projects(%s, orderBy: [{field: TITLE}], first: 97%s%s) {"
                          .formatted(DEMO, arguments, after)
                      + " nodes { title } pageInfo { hasNextPage endCursor } } }")
              .get("projects");
      page.get("nodes").forEach(node -> titles.add(node.get("title")));
      after = ", after: " + page.at("/pageInfo/endCursor");
    } while (page.at("/pageInfo/hasNextPage").asBoolean());
    return titles;
  }

  @Test
  void ordersCompareIt() {
    List<JsonNode> titles = all("");
    assertThat(titles)
        .hasSize(380)
        .isSortedAccordingTo(Comparator.comparing(title -> SortKey.of(title.asString())));
    List<String> below = new ArrayList<>();
    questions
        .data(
            "query @lang(in: EN) { focusArea(%s, key: \"demo-stadtraum\") { projects(orderBy:"
                    .formatted(DEMO)
                + " [{field: TITLE, direction: DESC}], first: 50) { nodes { title } } } }")
        .at("/focusArea/projects/nodes")
        .forEach(node -> below.add(SortKey.of(node.get("title").asString())));
    assertThat(below).hasSize(50).isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void aCursorOfAnotherLanguageIsRefused() {
    String asked = "{ projects(%s, orderBy: [{field: TITLE}]%s) { pageInfo { endCursor } } }";
    String cursor =
        questions.data(asked.formatted(DEMO, "")).at("/projects/pageInfo/endCursor").toString();
    String next = asked.formatted(DEMO, ", after: " + cursor);
    assertThat(questions.data(next).at("/projects/pageInfo/endCursor").asString()).isNotEmpty();
    assertThat(questions.code("query @lang(in: EN) " + next)).isEqualTo("CURSOR_OF_OTHER_LIST");
    assertThat(questions.data("query @lang(in: DE) " + next)).isEqualTo(questions.data(next));
  }

  @Test
  void itIsAPartOfTheQuestionAndNotOfItsCaller() {
    String plain = "{ project(%s, key: \"demo-p-0006\") { title plannedEnd } }".formatted(DEMO);
    String english = "query @lang(in: EN) " + plain;
    assertThat(CanonicalQuestion.of(Question.now(english)).id())
        .isNotEqualTo(CanonicalQuestion.of(Question.now(plain)).id());
    Web web = new Web(port);
    String file = web.get(Web.carried(english) + ".csv").body();
    assertThat(file).contains("Smart street lighting", "31 March 2024").doesNotContain("März");
    String german = web.get(Web.carried(plain) + ".csv").body();
    assertThat(german).contains("Straßenbeleuchtung", "31. März 2024");
    assertThat(web.get(Web.carried(plain) + ".csv", "Accept-Language", "en").body())
        .isEqualTo(german);
    assertThat(web.get(Web.carried(english) + ".csv", "Accept-Language", "de").body())
        .isEqualTo(file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "query @lang { projects { totalCount } }",
        "query @lang(in: FR) { projects { totalCount } }",
        "query @lang(in: \"EN\") { projects { totalCount } }",
        "query @lang(in: null) { projects { totalCount } }",
        "query @lang(in: EN) @lang(in: DE) { projects { totalCount } }",
        "query @lang(in: EN, on: 1) { projects { totalCount } }",
        "query { projects @lang(in: EN) { totalCount } }",
        "query ($l: Language) @lang(in: $l) { projects { totalCount } }",
        "query ($l: String!) @lang(in: $l) { projects { totalCount } }",
        "query @lang(in: $l) { projects { totalCount } }"
      })
  void whatNamesNoLanguageIsRefused(String document) {
    assertThat(questions.ask(document).at("/errors/0/extensions/code").asString())
        .isEqualTo("VALIDATION");
  }

  @Test
  void aNullInItsVariableIsRefused() {
    JsonNode answer =
        questions.ask(
            "query ($l: Language = EN) @lang(in: $l) { projects { totalCount } }",
            Collections.singletonMap("l", null));
    assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("VALIDATION");
  }
}

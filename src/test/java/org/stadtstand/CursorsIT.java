package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.record.time.StateName;
import org.stadtstand.serve.request.Question;
import tools.jackson.databind.JsonNode;

/** A cursor continues the list that made it, and no other. */
@ServerTest
class CursorsIT {

  private static final String DEMO = "municipality: \"musterstadt\"";

  @Autowired private Questions questions;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "projects(municipality: \"duesseldorf\" %s)                       | another city",
        "projects(municipality: \"ALL\" %s)                               | all cities",
        "projects(first: 2 %s)                                               | the default city",
        "projects(municipality: \"musterstadt\", on: \"2025-01-01\" %s)      | another day",
        "projects(municipality: \"musterstadt\", knownAt: \"2024-12-31\" %s) | another release",
        "projects(municipality: \"musterstadt\", filter: {title: {contains: \"e\"}} %s) | a filter",
        "projects(municipality: \"musterstadt\", orderBy: [{field: TITLE}] %s) | another order",
        "projects(municipality: \"musterstadt\", orderBy: [{field: KEY, direction: DESC}] %s) |"
            + " another direction",
        "projects(municipality: \"musterstadt\", asOf: RECORD %s)           | the record's day",
        "targets(municipality: \"musterstadt\" %s)                        | another list",
        "municipalities(first: 2 %s)                                              | another type",
        "changes(municipality: \"musterstadt\" %s)                        | the feed"
      })
  void isRefusedByEveryOtherList(String list, String what) {
    String cursor = cursor("projects(" + DEMO + ", first: 2)", "/projects");
    assertThat(code(list.formatted(", after: \"" + cursor + "\"")))
        .as(what)
        .isIn("CURSOR_OF_OTHER_LIST", "BAD_CURSOR");
    assertThat(code(list.formatted(", before: \"" + cursor + "\""))).as(what).isNotEqualTo("none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "Z3JvdXBz", "Z3JvdXBzIDEyMyA0=="})
  void ofGroupsIsMalformed(String cursor) {
    String groups = "groups(by: [{field: STATUS}], after: \"" + cursor + "\") { totalCount }";
    assertThat(questions.code("{ projects(" + DEMO + ") { " + groups + " } }"))
        .isEqualTo("BAD_CURSOR");
  }

  private String code(String list) {
    JsonNode answer = questions.ask("{ " + list + " { pageInfo { endCursor } } }");
    assertThat(answer.path("data").findValues("endCursor")).isEmpty();
    return answer.at("/errors/0/extensions/code").asString("none");
  }

  @Test
  void isRefusedWhereTheFilterOrAStateWasAnother() {
    String filter = "projects(" + DEMO + ", first: 2, filter: {title: {contains: \"%s\"}}%s)";
    String cursor = cursor(filter.formatted("e", ""), "/projects");
    assertThat(code(filter.formatted("a", ", after: \"" + cursor + "\"")))
        .isEqualTo("CURSOR_OF_OTHER_LIST");
    assertThat(next(filter.formatted("e", ", after: \"" + cursor + "\""))).hasSize(2);
    String then = "projects(" + DEMO + ", first: 2, knownAt: \"%s\"%s)";
    String old = cursor(then.formatted("2024-12-31", ""), "/projects");
    assertThat(code(then.formatted("2023-12-31", ", after: \"" + old + "\"")))
        .isEqualTo("CURSOR_OF_OTHER_LIST");
    assertThat(code("projects(" + DEMO + ", after: \"" + old + "\")"))
        .isEqualTo("CURSOR_OF_OTHER_LIST");
    assertThat(next(then.formatted("2024-12-31", ", after: \"" + old + "\""))).hasSize(2);
  }

  private JsonNode next(String list) {
    return questions.data("{ projects: " + list + " { nodes { key } } }").at("/projects/nodes");
  }

  @Test
  void aNestedListRefusesThatOfAnotherCityFieldOrState() {
    String area =
        "{ focusAreas(%s, first: 1) { nodes { %s { nodes { key } pageInfo { endCursor } } } } }";
    String cursor =
        questions
            .data(area.formatted(DEMO, "projects(first: 1)"))
            .at("/focusAreas/nodes/0/projects/pageInfo/endCursor")
            .asString();
    String after = "projects(first: 1, after: \"" + cursor + "\")";
    assertThat(questions.data(area.formatted(DEMO, after)).findValues("key")).hasSize(1);
    for (String other :
        List.of(
            area.formatted("municipality: \"duesseldorf\"", after),
            area.formatted(DEMO, "targets(first: 1, after: \"" + cursor + "\")"),
            area.formatted(
                DEMO, after.replace("first", "filter: {title: {contains: \"e\"}} first")),
            "{ projects(" + DEMO + ", after: \"" + cursor + "\") { nodes { key } } }")) {
      assertThat(questions.code(other)).as(other).isEqualTo("CURSOR_OF_OTHER_LIST");
    }
    String then =
        questions
            .data(area.formatted(DEMO + ", on: \"2024-06-30\"", "projects(first: 1)"))
            .at("/focusAreas/nodes/0/projects/pageInfo/endCursor")
            .asString();
    assertThat(questions.code(area.formatted(DEMO, after.replace(cursor, then))))
        .isEqualTo("CURSOR_OF_OTHER_LIST");
  }

  @Test
  void theCityMayBeNamedInAnyWay() {
    String cursor = cursor("projects(" + DEMO + ", first: 2)", "/projects");
    JsonNode next = next("projects(" + DEMO + ", first: 2, after: \"" + cursor + "\")");
    assertThat(next("projects(municipality: \"99999999\", first: 2, after: \"" + cursor + "\")"))
        .isEqualTo(next)
        .hasSize(2);
    String here = cursor("projects(first: 2)", "/projects");
    assertThat(next("projects(municipality: \"05111000\", first: 2, after: \"" + here + "\")"))
        .isEqualTo(
            next("projects(municipality: \"duesseldorf\", first: 2, after: \"" + here + "\")"))
        .hasSize(2);
  }

  @Test
  void theNextPageHasItsOwnPermanentAnswer() {
    String cursor = cursor("projects(" + DEMO + ", first: 2)", "/projects");
    String document =
        "{ projects(" + DEMO + ", first: 2, after: \"" + cursor + "\") { nodes { key } } }";
    JsonNode now = questions.ask(document);
    int release = now.at("/extensions/dataset/0/release").asInt();
    Question then =
        Question.now(document)
            .at(new StateName("musterstadt", release, java.time.LocalDate.of(2026, 11, 22)));
    assertThat(questions.ask(then).get("data")).isEqualTo(now.get("data"));
    Question before = Question.now(document).at(new StateName("musterstadt", 3, null));
    assertThat(questions.ask(before).at("/errors/0/extensions/code").asString())
        .as("in a release from before the cursor")
        .isEqualTo("CURSOR_OF_OTHER_LIST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-02-30",
        "+10000-01-01",
        "0000-01-01",
        "-0001-01-01",
        "2025-1-1",
        "10000-01-01",
        "",
        "tomorrow"
      })
  void aDayThatIsNoneIsNoCursor(String day) {
    String cursor =
        cursor("projects(" + DEMO + ", first: 2, orderBy: [{field: PLANNED_END}])", "/projects");
    String inside = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    List<String> parts = List.of(inside.split("\u001f"));
    for (int part : new int[] {5, 6}) {
      String altered =
          String.join(
              "\u001f",
              java.util.stream.IntStream.range(0, parts.size())
                  .mapToObj(i -> i == part ? day : parts.get(i))
                  .toList());
      String token =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(altered.getBytes(StandardCharsets.UTF_8));
      JsonNode answer =
          questions.ask(
              "query ($after: String) { projects("
                  + DEMO
                  + ", orderBy: [{field: PLANNED_END}], after: $after) { nodes { key } } }",
              Map.of("after", token));
      assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("BAD_CURSOR");
    }
  }

  private String cursor(String list, String path) {
    return questions
        .data("{ " + list + " { pageInfo { endCursor } } }")
        .at(path + "/pageInfo/endCursor")
        .asString();
  }
}

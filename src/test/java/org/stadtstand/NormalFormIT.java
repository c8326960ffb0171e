package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.text.SortKey;
import tools.jackson.databind.JsonNode;

/** A text is found however its umlauts were typed, and {@code contains} folds alike everywhere. */
@ServerTest
class NormalFormIT {

  private static final String LETTERS =
      "aÄöÜßẞÉéŁłØøÅåÇŒœÆΣσςЙйİıĞñ 1-_%\\\u0308\u0301\u030A\u0327e";

  @Autowired private Questions questions;
  @Autowired private JdbcClient jdbc;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sources(filter: {publisher: {contains: %s}}) | Düsseldorf",
        "sources(filter: {publisher: {eq: %s}}) | Landeshauptstadt Düsseldorf",
        "sources(filter: {publisher: {in: [%s]}}) | Landeshauptstadt Düsseldorf",
        "projects(filter: {title: {contains: %s}}) | ü",
        "projects(municipality: \"musterstadt\", filter: {milestones: {some: {title:"
            + " {contains: %s}}}}) | ü"
      })
  void isFoundComposedAndDecomposed(String list, String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
    assertThat(apart).isNotEqualTo(text);
    JsonNode composed = data(list.formatted("$t"), text);
    assertThat(composed.get("totalCount").asInt()).isPositive();
    assertThat(data(list.formatted("$t"), apart)).as("in a variable").isEqualTo(composed);
    assertThat(literal(list, "\"" + apart + "\"")).as("in the document").isEqualTo(composed);
    assertThat(literal(list, "\"" + escaped(apart) + "\"")).as("escaped").isEqualTo(composed);
    assertThat(literal(list, "\"\"\"" + apart + "\"\"\"")).as("in a block").isEqualTo(composed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "eq | Grün\uFB02ächenamt",
        "contains | N\uFB02Ä",
        "startsWith | Grün\uFB02",
        "eq | Amt\u00A0für\u202FBürgerservice",
        "contains | amt\u00A0für bürger",
        "startsWith | Amt\u00A0für Bürger",
        "eq | Amt für Bürger\u00ADservice",
        "contains | grün\u200Bflächen",
        "startsWith | \uFEFFGrün\u200D"
      })
  void isFoundAsItIsCopiedFromAPage(String operator, String copied) {
    String list = "orgUnits(municipality: \"musterstadt\", filter: {name: {%s: $t}})";
    assertThat(data(list.formatted(operator), copied).get("totalCount").asInt()).isOne();
  }

  private JsonNode data(String list, String text) {
    JsonNode answer =
        questions.ask(
            "query ($t: String!) { x: " + list + " { totalCount nodes { id } } }",
            Map.of("t", text));
    return answer.at("/data/x");
  }

  private JsonNode literal(String list, String text) {
    return questions
        .data("{ x: " + list.formatted(text) + " { totalCount nodes { id } } }")
        .get("x");
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars().forEach(unit -> escaped.append("\\u%04X".formatted(unit)));
    return escaped.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sources | publisher | DÜSSELDORF | dusseldorf",
        "projects | partners | DÜSSELFIBRE | dusselfibre",
        "milestones | title | PRÜFUNG | prufung",
        "targets | wording | FÜR | fur",
      })
  void ignoresCaseAndAccentsInEveryText(String list, String field, String one, String other) {
    String asked =
        list.equals("milestones")
            ? "projects(municipality: \"musterstadt\", filter: {milestones: {some: {%s: {contains:"
                + " \"%s\"}}}}) { totalCount }"
            : list + "(filter: {%s: {contains: \"%s\"}}) { totalCount }";
    JsonNode found = questions.data("{ x: " + asked.formatted(field, one) + " }");
    assertThat(found).isEqualTo(questions.data("{ x: " + asked.formatted(field, other) + " }"));
    assertThat(found.at("/x/totalCount").asInt()).isPositive();
  }

  @Test
  void foldsInTheDatabaseAsInTheFeed() {
    Random random = new Random(20);
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder();
      random.ints(12, 0, LETTERS.length()).forEach(at -> text.append(LETTERS.charAt(at)));
      assertThat(
              jdbc.sql("select folded(:text)")
                  .param("text", text.toString())
                  .query(String.class)
                  .single())
          .as(text.toString())
          .isEqualTo(SortKey.of(text.toString()));
    }
  }

  @Test
  void changesAreFoundFoldedToo() {
    String asked =
        "{ changes(municipality: \"duesseldorf\", first: 3, filter: {key: {contains: \"%s\"}})"
            + " { nodes { id } } }";
    JsonNode found = questions.data(asked.formatted("INF"));
    assertThat(found.at("/changes/nodes")).hasSize(3);
    assertThat(found).isEqualTo(questions.data(asked.formatted("i\u0300nf")));
  }
}

package org.stadtstand.graph.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.Questions;
import org.stadtstand.ServerTest;
import tools.jackson.databind.JsonNode;

/** Whoever filters by a key that names nothing is told so; nought alone would be a false story. */
@ServerTest
class FilterNoticesIT {

  private static final String NAMES = "Der Filter nennt „unsinn“";

  @Autowired private Questions questions;

  private static String warnings(JsonNode answer) {
    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    StringBuilder all = new StringBuilder();
    answer.at("/extensions/dataset").forEach(state -> all.append(state.get("warnings")));
    return all.toString();
  }

  private String musterstadt(String list, String filter) {
    return warnings(
        questions.ask(
            "{ %s(municipality: \"musterstadt\", filter: %s) { totalCount } }"
                .formatted(list, filter)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          projects           | {focusArea: {eq: "unsinn"}}
          projects           | {focusArea: {in: ["demo-fa-buerger", "unsinn"]}}
          projects           | {not: {focusArea: {eq: "unsinn"}}}
          projects           | {or: [{key: {eq: "unsinn"}}, {leadUnit: {isNull: true}}]}
          projects           | {leadUnit: {eq: "unsinn"}}
          projects           | {leadUnitWithin: {eq: "unsinn"}}
          projects           | {source: {eq: "unsinn"}}
          projects           | {milestones: {some: {key: {eq: "unsinn"}}}}
          projects           | {targets: {none: {focusArea: {in: ["unsinn"]}}}}
          targets            | {focusArea: {eq: "unsinn"}}
          services           | {responsibleUnit: {eq: "unsinn"}}
          orgUnits           | {parent: {eq: "unsinn"}}
          decisions          | {body: {eq: "unsinn"}}
          claims             | {subject: {eq: "target:unsinn"}}
          serviceSelections  | {target: {eq: "unsinn"}}
          sources            | {key: {in: ["unsinn"]}}
          """)
  void aKeyThatNamesNothingIsNamed(String list, String filter) {
    assertThat(musterstadt(list, filter)).contains(NAMES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{key: {eq: \"demo-p-0024\"}}",
        "{key: {in: []}}",
        "{leadUnit: {isNull: true}}",
        "{title: {eq: \"unsinn\"}}",
        "{status: {eq: COMPLETED}}"
      })
  void whatNamesSomethingOrNoKeyIsNot(String filter) {
    assertThat(musterstadt("projects", filter)).doesNotContain("Der Filter nennt");
  }

  @Test
  void nestedListsAndVariablesAreNoException() {
    String nested =
        "query($f: ProjectFilter) { orgUnits(municipality: \"musterstadt\", first: 2) { nodes {"
            + " projects(filter: $f) { totalCount } } } }";
    assertThat(
            warnings(
                questions.ask(nested, Map.of("f", Map.of("focusArea", Map.of("eq", "unsinn"))))))
        .contains(NAMES + "; einen Eintrag (Schwerpunkt) mit diesem Schlüssel gibt es");
    assertThat(warnings(questions.ask(nested, Map.of("f", Map.of())))).doesNotContain("Filter");
    assertThat(
            warnings(
                questions.ask(
                    "query($k: String) { projects(municipality: \"musterstadt\", filter:"
                        + " {focusArea: {eq: $k}}) { nodes { key } } }",
                    Map.of("k", "unsinn"))))
        .contains(NAMES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "count(filter: {focusArea: {eq: \"unsinn\"}})",
        "percent(filter: {title: {contains: \"a\"}}, of: {focusArea: {eq: \"unsinn\"}})",
        "aggregates(filter: {leadUnit: {in: [\"unsinn\"]}}) { slippageDays { known } }"
      })
  void figuresAreWarnedOfAsListsAre(String figure) {
    assertThat(
            warnings(
                questions.ask(
                    "{ projects(municipality: \"musterstadt\") { %s } }".formatted(figure))))
        .contains(NAMES);
  }

  @Test
  void theSameQuestionIsWarnedOfEachTime() {
    String asked = "{focusArea: {eq: \"unsinn\"}}";
    assertThat(musterstadt("projects", asked)).isEqualTo(musterstadt("projects", asked));
  }

  @Test
  void aKeyCountsInTheStateAskedFor() {
    String asked =
        "{ projects(municipality: \"duesseldorf\", knownAt: \"%s\", filter: {focusArea: {eq:"
            + " \"inf\"}}) { totalCount } }";
    assertThat(warnings(questions.ask(asked.formatted("2024-05-01"))))
        .contains("Der Filter nennt „inf“");
    assertThat(warnings(questions.ask(asked.formatted("2026-03-01"))))
        .doesNotContain("Der Filter nennt");
  }

  @Test
  void theCityWithoutTheKeyIsTheOneWarned() {
    JsonNode answer =
        questions.ask(
            "{ here: projects(municipality: \"duesseldorf\", filter: {focusArea: {eq: \"inf\"}})"
                + " { totalCount } there: projects(municipality: \"musterstadt\", filter:"
                + " {focusArea: {eq: \"inf\"}}) { totalCount } }");
    JsonNode states = answer.at("/extensions/dataset");
    assertThat(states.get(0).get("warnings").toString()).doesNotContain("Der Filter nennt");
    assertThat(states.get(1).get("warnings").toString()).contains("Der Filter nennt „inf“");
  }

  @Test
  void theFeedIsWarnedOfSubjectsThatNeverWere() {
    String asked =
        "{ changes(municipality: \"musterstadt\", filter: {not: {subject: {eq: \"%s\"}}}, first: 1)"
            + " { nodes { key } } }";
    assertThat(warnings(questions.ask(asked.formatted("project:unsinn")))).contains(NAMES);
    assertThat(warnings(questions.ask(asked.formatted("project:demo-p-0024"))))
        .doesNotContain("Der Filter nennt");
  }

  @Test
  void aDepartmentWhoseOfficesLeadSaysSo() {
    String own = "{leadUnit: {eq: \"demo-dez-3\"}}";
    assertThat(musterstadt("projects", own))
        .contains("Der Filter nennt „demo-dez-3“; eingetragen")
        .contains("leadUnitWithin");
    assertThat(musterstadt("projects", "{leadUnitWithin: {eq: \"demo-dez-3\"}}"))
        .doesNotContain("Der Filter nennt");
    assertThat(musterstadt("projects", "{leadUnit: {eq: \"demo-amt-haupt\"}}"))
        .doesNotContain("Der Filter nennt");
    JsonNode counted =
        questions.data(
            "{ projects(municipality: \"musterstadt\", filter: {leadUnitWithin: {eq:"
                + " \"demo-dez-3\"}}) { totalCount } orgUnit(municipality: \"musterstadt\", key:"
                + " \"demo-dez-3\") { projects(within: SUBTREE) { totalCount } } }");
    assertThat(counted.at("/projects/totalCount").asInt()).isEqualTo(10);
    assertThat(counted.at("/orgUnit/projects/totalCount").asInt()).isEqualTo(10);
  }

  @Test
  void theUnitsBelowCountInRelationsToo() {
    JsonNode counted =
        questions.data(
            """
            { focusAreas(municipality: "musterstadt") { nodes {
                all: projects(filter: {leadUnitWithin: {in: ["demo-dez-1", "demo-dez-3"]}}) { totalCount }
                one: projects(filter: {leadUnitWithin: {eq: "demo-dez-1"}}) { totalCount }
                three: projects(filter: {leadUnitWithin: {eq: "demo-dez-3"}}) { totalCount } } }
              units: orgUnits(municipality: "musterstadt", filter: {parentWithin: {eq: "demo-dez-3"}}) { totalCount } }
            """);
    int all = 0;
    for (JsonNode area : counted.at("/focusAreas/nodes")) {
      assertThat(area.at("/all/totalCount").asInt())
          .isEqualTo(area.at("/one/totalCount").asInt() + area.at("/three/totalCount").asInt());
      all += area.at("/all/totalCount").asInt();
    }
    assertThat(all).isEqualTo(205);
    assertThat(counted.at("/units/totalCount").asInt()).isPositive();
  }
}

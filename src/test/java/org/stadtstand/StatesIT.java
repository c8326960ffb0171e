package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.record.time.StateName;
import org.stadtstand.serve.request.Question;
import tools.jackson.databind.JsonNode;

/** Then and now: what was published and what was the case, side by side in one answer. */
@ServerTest
class StatesIT {

  @Autowired private Questions questions;

  @Test
  void beforeTheFirstReleaseTheRecordIsEmpty() {
    JsonNode data =
        questions.data(
            "{ projects(knownAt: \"2020-01-01\") { totalCount nodes { key } }"
                + " target(key: \"inf-1\", knownAt: \"2020-01-01\") { key } }");
    assertThat(data.at("/projects/totalCount").asInt()).isZero();
    assertThat(data.at("/projects/nodes")).isEmpty();
    assertThat(data.at("/target").isNull()).isTrue();
  }

  @Test
  void theOutcomeFollowsTheDayWithoutARelease() {
    JsonNode data =
        questions.data(
            "{ target(key: \"inf-1\") { before: outcome(on: \"2025-12-31\")"
                + " after: outcome(on: \"2026-01-01\") outcome } }");
    assertThat(data.at("/target/before").asString()).isEqualTo("NOT_DUE");
    assertThat(data.at("/target/after").asString()).isEqualTo("MISSED_ON_LAST_VALUE");
    assertThat(data.at("/target/outcome").asString()).isEqualTo("MISSED_ON_LAST_VALUE");
  }

  @Test
  void anIdNamesTheStateThatWasRead() {
    JsonNode target =
        questions
            .data(
                "{ target(key: \"srv-1\") { id then: asKnown(at: \"2025-08-01\") { id municipality"
                    + " { id } } } }")
            .get("target");
    String now = target.get("id").asString();
    String then = target.at("/then/id").asString();
    assertThat(then).isNotEqualTo(now);
    JsonNode nodes =
        questions.data(
            "{ nodes(ids: [\"%s\", \"%s\"]) { id ... on Target { key } } }".formatted(now, then));
    assertThat(nodes.at("/nodes/0/id").asString()).isEqualTo(now);
    assertThat(nodes.at("/nodes/1/id").asString()).isEqualTo(then);
    assertThat(nodes.at("/nodes/1/key").asString()).isEqualTo("srv-1");
  }

  @Test
  void whatIsBelowAFieldFollowsItsState() {
    JsonNode data =
        questions.data(
            "{ now: projects(municipality: \"musterstadt\") { totalCount }"
                + " then: projects(municipality: \"musterstadt\", knownAt: \"2022-07-01\") {"
                + " totalCount nodes { focusArea { id projects { totalCount } } } } }");
    assertThat(data.at("/now/totalCount").asInt()).isEqualTo(380);
    assertThat(data.at("/then/totalCount").asInt()).isEqualTo(239);
    assertThat(data.at("/then/nodes/0/focusArea/projects/totalCount").asInt()).isLessThan(239);
  }

  @Test
  void everyAnswerSaysWhatItRestsOn() {
    JsonNode answer =
        questions.ask(
            "{ targets(municipality: \"musterstadt\", knownAt: \"2023-07-01\") { totalCount } }");
    JsonNode dataset = answer.at("/extensions/dataset/0");
    assertThat(dataset.get("municipality").asString()).isEqualTo("musterstadt");
    assertThat(dataset.get("release").asInt()).isEqualTo(4);
    assertThat(dataset.get("standing").asString()).isEqualTo("DEMO");
    assertThat(dataset.get("warnings").toString())
        .contains("zurückgenommen", "Erfundene Daten", "zusammengestellt");
  }

  @Test
  void aListBegunBeforeIsContinuedInItsState() {
    Question earlier =
        Question.now(
                "{ projects(municipality: \"musterstadt\", first: 100) { totalCount pageInfo {"
                    + " endCursor } } }")
            .at(new StateName("musterstadt", 2, null));
    String cursor = questions.ask(earlier).at("/data/projects/pageInfo/endCursor").asString();
    JsonNode rest =
        questions.data(
            "{ projects(municipality: \"musterstadt\", first: 200, after: \"%s\") { totalCount nodes { key } } }"
                .formatted(cursor));
    assertThat(rest.at("/projects/totalCount").asInt()).isEqualTo(239);
    assertThat(rest.at("/projects/nodes")).hasSize(139);
  }

  private JsonNode warnings(String state) {
    return questions
        .ask("{ targets(municipality: \"musterstadt\", %s) { totalCount } }".formatted(state))
        .at("/extensions/dataset/0/warnings");
  }

  @Test
  void whatRestsOnARevokedReleaseSaysByWhichAndWhy() {
    assertThat(warnings("knownAt: \"2023-07-01\"").toString())
        .contains(
            "Stand 4 wurde mit Stand 5 zurückgenommen. Grund: Nimmt die Sammeleinspielung zurück:");
    assertThat(warnings("knownAt: \"2023-01-15\"").toString()).doesNotContain("zurückgenommen");
    assertThat(warnings("knownAt: \"2024-01-15\"").toString()).doesNotContain("zurückgenommen");
    JsonNode release =
        questions.data(
            "{ release(municipality: \"musterstadt\", number: 4) { revokedBy { number revokes {"
                + " number } } } dataset(municipality: \"musterstadt\", knownAt:"
                + " \"2023-07-01\") { warnings(lang: EN) } }");
    assertThat(release.at("/release/revokedBy/number").asInt()).isEqualTo(5);
    assertThat(release.at("/release/revokedBy/revokes/number").asInt()).isEqualTo(4);
    assertThat(release.at("/dataset/warnings").toString())
        .contains("Release 4 was revoked by release 5.");
  }

  @Test
  void theDemoCitysRevokedReleaseIsUndone() {
    String asked =
        "{ projects(municipality: \"musterstadt\", knownAt: \"%s\", first: 200) { totalCount nodes"
            + " { key plannedEnd leadUnit { key } timesRescheduled } } }";
    JsonNode before = questions.data(asked.formatted("2023-01-15"));
    JsonNode mistaken = questions.data(asked.formatted("2023-07-15"));
    JsonNode after = questions.data(asked.formatted("2024-01-15"));
    assertThat(mistaken).isNotEqualTo(before);
    assertThat(after).isEqualTo(before);
  }
}

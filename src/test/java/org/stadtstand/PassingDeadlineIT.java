package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.record.cache.ResultCache;

/** A deadline passes without a release: answers about now change, answers about then do not. */
@ServerTest
class PassingDeadlineIT {

  private static final String THEN =
      """
      { targets(knownAt: "2026-01-15", orderBy: [{field: DUE_ON}]) { totalCount nodes {
          id key outcome outcomeLabel sentence gap { value unit } latest { id value }
          earlier: asKnown(at: "2025-08-01") { id outcome sentence }
          projects { nodes { id key status daysInStatus overdueDays daysSinceLastReport } } } }
        projects(municipality: "musterstadt", knownAt: "2025-07-01", first: 30,
          filter: {overdueDays: {gt: 0}}, orderBy: [{field: OVERDUE_DAYS, direction: DESC}]) {
          totalCount nodes { id overdueDays daysInStatus } } }
      """;

  private static final String NOW =
      "{ target(municipality: \"musterstadt\", key: \"demo-ziel-glasfaser-100\") { outcome } }";

  @Autowired private MovableClock clock;
  @Autowired private ResultCache cache;
  @Autowired private Questions questions;
  @LocalServerPort private int port;

  @BeforeEach
  void empty() {
    cache.clear();
  }

  private String outcome() {
    return questions.data(NOW).at("/target/outcome").asString();
  }

  @Test
  void nowTurnsAndThenStaysByteForByte() throws Exception {
    String then = SentQuestion.of(port, THEN).answer();
    assertThat(outcome()).isEqualTo("NOT_DUE");
    clock.during("2030-12-31T22:59:59Z", () -> assertThat(outcome()).isEqualTo("NOT_DUE"));
    // Midnight in Berlin is an hour earlier in UTC.
    clock.during(
        "2030-12-31T23:00:00Z",
        () -> {
          assertThat(outcome()).isEqualTo("MISSED_ON_LAST_VALUE");
          assertThat(SentQuestion.of(port, THEN).answer()).isEqualTo(then);
          cache.clear();
          assertThat(SentQuestion.of(port, THEN).answer()).isEqualTo(then);
        });
    assertThat(outcome()).isEqualTo("NOT_DUE");
    assertThat(then).contains("NOT_DUE", "overdueDays");
  }
}

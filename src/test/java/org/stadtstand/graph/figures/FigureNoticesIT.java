package org.stadtstand.graph.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.CountedStatements;
import org.stadtstand.Questions;
import org.stadtstand.ServerTest;
import tools.jackson.databind.JsonNode;

/** Whoever passes a figure on is told what it cannot say, of lists and of groups alike. */
@ServerTest
class FigureNoticesIT {

  private static final String INEXACT =
      "In Summen von „Betrag“ stecken Werte, die nicht genau angegeben sind; wie viele, sagt"
          + " „inexact“.";

  private static final String UNITS =
      "Werte von „Zielwert“ haben Einheiten, die sich nicht ineinander umrechnen lassen: Über alle"
          + " zusammen gibt es keine Kennzahl.";

  private static final String DOUBLED =
      "Summen zählen doppelt: Zeilen mit „Zugangsweg: Alle Wege“ enthalten die übrigen. Nach"
          + " „Zugangsweg“ gruppieren oder filtern.";

  @Autowired private Questions questions;
  @Autowired private CountedStatements statements;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "costs(C) { aggregates { amount { sum } } } | true",
        "costs(C) { aggregates { amount { median } } } | false",
        "costs(C) { aggregates { amount { inexact } } } | false",
        "costs(C) { groups(by: [{field: PHASE}]) { nodes { aggregates { amount { sum } } } } } |"
            + " true",
        "costs(C) { groups(by: [{field: PHASE}]) { nodes { aggregates { amount { max } } } } } |"
            + " false",
        "projects(C, first: 30) { nodes { costs { aggregates { amount { sum } } } } } | true",
        "costs(C) { series(from: \"2023-12-31\", to: \"2025-12-31\", every: YEAR) { aggregates {"
            + " amount { sum } } } } | true",
        "costs(C) { series(from: \"2023-12-31\", to: \"2025-12-31\", every: RELEASE, axis: KNOWN) {"
            + " groups(by: [{field: PHASE}]) { nodes { aggregates { amount { sum } } } } } } |"
            + " true",
        "costs(C) { series(from: \"2023-12-31\", to: \"2025-12-31\", every: YEAR) { aggregates {"
            + " amount { max } } } } | false"
      })
  void sumsAreNoMoreExactThanTheirValues(String list, boolean told) {
    assertThat(warnings(list).contains(INEXACT)).isEqualTo(told);
  }

  @Test
  void sumsOfExactValuesAreNotDoubted() {
    String exact =
        "costs(C) { aggregates(filter: {qualifier: {eq: EXACT}}) { amount { sum inexact } } }";
    assertThat(warnings(exact)).doesNotContain(INEXACT);
    assertThat(warnings(exact.replace("EXACT", "ABOUT"))).contains(INEXACT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "targets(C) { aggregates { targetValue { avg } } } | true",
        "targets(C) { aggregates { targetValue { known } } } | false",
        "targets(C) { groups(by: [{field: TARGET_VALUE, edges: [0]}]) { nodes { aggregates {"
            + " targetValue { avg } } } } } | false",
        "targets(C) { groups(by: [{field: MUNICIPALITY}]) { nodes { aggregates { targetValue { avg"
            + " } } } } } | true"
      })
  void figuresOfUnitsThatDoNotConvertAreMissedAloud(String list, boolean told) {
    assertThat(warnings(list).contains(UNITS)).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "usage(C) { aggregates { count { sum } } } | true",
        "usage(C) { aggregates { count { max } } } | false",
        "usage(C, filter: {channel: {eq: ONLINE}}) { aggregates { count { sum } } } | false",
        "usage(C) { aggregates(filter: {channel: {eq: ALL}}) { count { sum } } } | false"
      })
  void sumsOfTotalsAndTheirPartsAreSaid(String list, boolean told) {
    assertThat(warnings(list).contains(DOUBLED)).isEqualTo(told);
  }

  @Test
  void takeNoStatementOfTheirOwn() {
    String document =
        "{ costs(municipality: \"musterstadt\", filter: {phase: {in: [PLANNED, SPENT]}})"
            + " { aggregates { amount { sum avg max } } } }";
    statements.forget();
    questions.data(document);
    assertThat(statements.statements())
        .filteredOn(sql -> sql.contains("hit as materialized"))
        .hasSize(1);
  }

  private List<String> warnings(String list) {
    JsonNode answer =
        questions.ask("{ " + list.replace("(C", "(municipality: \"musterstadt\"") + " }");
    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    List<String> warnings = new ArrayList<>();
    answer
        .at("/extensions/dataset")
        .forEach(state -> state.at("/warnings").forEach(one -> warnings.add(one.asString())));
    return warnings;
  }
}

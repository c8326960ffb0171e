package org.stadtstand.city.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stadtstand.record.declaration.Ledger;

/**
 * Which claims an observation contradicts, case by case; the target is 50 percent by the end of
 * 2025.
 */
class ContradictionIT {

  private final Ledger ledger = new Ledger();
  private int target;
  private int last =
      ledger.publish(
          () ->
              target =
                  ledger.add(
                      "target",
                      "t",
                      "kind",
                      "NUMERIC",
                      "target_value",
                      50,
                      "unit",
                      "Prozent",
                      "due_on",
                      "2025"));
  private int keys;

  private void observed(String day, int value, String... cells) {
    last =
        ledger.publish(
            () -> add("observation", cells, "target", target, "value", value, "observed_on", day));
  }

  private void said(String topic, String day, String... cells) {
    last =
        ledger.publish(
            () -> add("claim", cells, "subject", target, "topic", topic, "said_on", day));
  }

  private void add(String table, String[] more, Object... cells) {
    Object[] all = new Object[cells.length + more.length];
    System.arraycopy(cells, 0, all, 0, cells.length);
    System.arraycopy(more, 0, all, cells.length, more.length);
    ledger.add(table, table.charAt(0) + String.valueOf(++keys), all);
  }

  /** The contradicted claims, each with its observation; queried from both sides. */
  private List<String> contradictions(String day) {
    List<String> fromClaims =
        read(
            """
            select distinct kc.key || ' ' || ko.key from claim x
            join record kc on kc.id = x.record
            cross join lateral (select :release::int as release, :day::date as day) pin
            join observation o on o.target = :target and o.since <= :release and o.until > :release
              and o.observed_on_to <= :day::date
            join record ko on ko.id = o.record
            where x.since <= :release and x.until > :release and
            """
                + Contradiction.OBSERVATION_OF_CLAIM.replace("{t}", "o").replace("{p}", "x.record")
                + " order by 1",
            day);
    List<String> fromTarget =
        read(
            """
            select kc.key from claim c
            join record kc on kc.id = c.record
            cross join lateral (select :release::int as release, :day::date as day) pin
            where c.since <= :release and c.until > :release and
            """
                + Contradiction.CLAIM_OF_TARGET.replace("{t}", "c").replace("{p}", ":target::int")
                + " order by 1",
            day);
    assertThat(fromTarget)
        .isEqualTo(fromClaims.stream().map(pair -> pair.replaceAll(" .*", "")).distinct().toList());
    return fromClaims;
  }

  private List<String> read(String sql, String day) {
    return Ledger.database()
        .sql(sql)
        .param("release", last)
        .param("day", day)
        .param("target", target)
        .query((row, number) -> row.getString(1))
        .list();
  }

  @Test
  void saidToBeReachedAndShortOnThatDayOrLater() {
    observed("2025-03-01", 30);
    said("TARGET_REACHED", "2025-06-01");
    assertThat(contradictions("2030-01-01")).isEmpty();
    observed("2025-09-01", 34);
    assertThat(contradictions("2030-01-01")).containsExactly("c2 o3");
    assertThat(contradictions("2025-08-31")).isEmpty();
  }

  @Test
  void saidToBeReachedAfterTheClosingObservationWasShort() {
    observed("2025", 34);
    said("TARGET_REACHED", "2026-02-01");
    assertThat(contradictions("2026-01-31")).isEmpty();
    assertThat(contradictions("2026-02-01")).containsExactly("c2 o1");
  }

  @Test
  void aValueThatReachesItAgreesWithReached() {
    observed("2025-12-31", 50);
    said("TARGET_REACHED", "2025-12-31");
    assertThat(contradictions("2030-01-01")).isEmpty();
  }

  @Test
  void saidToBeOpenAndReachedByTheLastObservation() {
    observed("2025-03-01", 52);
    said("TARGET_OPEN", "2025-06-01");
    assertThat(contradictions("2030-01-01")).containsExactly("c2 o1");
    observed("2025-05-01", 48);
    assertThat(contradictions("2030-01-01")).isEmpty();
  }

  @Test
  void anotherValueForTheSameTime() {
    observed("2025-07-07", 34);
    said("TARGET_VALUE", "2025-07", "value", "40", "unit", "Prozent");
    said("TARGET_VALUE", "2025-07", "value", "34");
    said("TARGET_VALUE", "2025-08", "value", "40");
    said("TARGET_VALUE", "2025-07", "value", "100000", "unit", "Haushalte");
    said("TARGET_VALUE", "2025-07");
    assertThat(contradictions("2030-01-01")).containsExactly("c2 o1");
  }

  @Test
  void aboutAndMoreThanLeaveRoom() {
    observed("2025-07-07", 34);
    said("TARGET_VALUE", "2025", "value", "31", "qualifier", "ABOUT");
    said("TARGET_VALUE", "2025", "value", "30", "qualifier", "ABOUT");
    said("TARGET_VALUE", "2025", "value", "33", "qualifier", "MORE_THAN");
    said("TARGET_VALUE", "2025", "value", "34", "qualifier", "MORE_THAN");
    said("TARGET_VALUE", "2025", "value", "35", "qualifier", "LESS_THAN");
    said("TARGET_VALUE", "2025", "value", "34", "qualifier", "LESS_THAN");
    assertThat(contradictions("2030-01-01")).containsExactly("c3 o1", "c5 o1", "c7 o1");
  }

  @Test
  void whatWasExpectedContradictsNothing() {
    observed("2025-07-07", 34);
    said("TARGET_VALUE", "2025", "value", "50", "qualifier", "EXPECTED");
    said("TARGET_VALUE", "2025", "value", "50");
    assertThat(contradictions("2030-01-01")).containsExactly("c3 o1");
  }

  @Test
  void aBoundThatLeavesItOpenContradictsNothing() {
    observed("2025-09-01", 40, "qualifier", "MORE_THAN");
    said("TARGET_REACHED", "2025-06-01");
    assertThat(contradictions("2030-01-01")).isEmpty();
  }

  @Test
  void otherUnitsAndOtherTopicsAreNotCompared() {
    observed("2025-09-01", 34, "unit", "Haushalte");
    said("TARGET_REACHED", "2025-06-01");
    said("OTHER", "2025-09-01", "value", "50");
    assertThat(contradictions("2030-01-01")).isEmpty();
  }

  @Test
  void valuesOfOneMeasureContradictInWhateverUnits() {
    observed("2025-09-01", 340, "unit", "Promille");
    said("TARGET_VALUE", "2025-09-01", "value", "50", "unit", "Prozent");
    said("TARGET_VALUE", "2025-09-01", "value", "34", "unit", "Prozent");
    said("TARGET_VALUE", "2025-09-01", "value", "50", "unit", "Haushalte");
    assertThat(contradictions("2030-01-01")).containsExactly("c2 o1");
  }

  @Test
  void aWithdrawnObservationContradictsNothingAnyMore() {
    said("TARGET_REACHED", "2025-06-01");
    int[] record = new int[1];
    int before =
        ledger.publish(
            () ->
                record[0] =
                    ledger.add(
                        "observation",
                        "o",
                        "target",
                        target,
                        "value",
                        34,
                        "observed_on",
                        "2025-09-01"));
    last = ledger.publish(() -> ledger.end("observation", record[0]));
    assertThat(contradictions("2030-01-01")).isEmpty();
    last = before;
    assertThat(contradictions("2030-01-01")).containsExactly("c1 o");
  }
}

package org.stadtstand.city.publicservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stadtstand.record.declaration.Ledger;

/** On which days the counts of a selection change: members, online, end-to-end, unassessed. */
class SelectionCourseIT {

  private final Ledger ledger = new Ledger();
  private int selection;

  private List<String> course(int release) {
    return Ledger.database()
        .sql(
            """
            select unnest(course.steps) from service_selection t
            cross join lateral (select :release::int as release) pin %s
            where t.record = :selection
            """
                .formatted(SelectionCourse.STEPS.replace("{t}", "t").replace("{course}", "course")))
        .param("release", release)
        .param("selection", selection)
        .query((row, number) -> row.getString(1))
        .list();
  }

  private int member(String key, Object... days) {
    int service = ledger.add("public_service", key);
    Object[] cells = new Object[days.length + 4];
    System.arraycopy(new Object[] {"selection", selection, "service", service}, 0, cells, 0, 4);
    System.arraycopy(days, 0, cells, 4, days.length);
    ledger.add("selection_member", "m-" + key, cells);
    return service;
  }

  private void assess(int service, String day, String online, String endToEnd) {
    ledger.add(
        "service_assessment",
        service + day,
        "service",
        service,
        "effective_on",
        day,
        "online_application",
        online,
        "end_to_end",
        endToEnd);
  }

  @Test
  void countsFollowMembersAndAssessments() {
    int release =
        ledger.publish(
            () -> {
              selection = ledger.add("service_selection", "top");
              int always = member("a");
              int for2024 = member("b", "from_on", "2024-01-01", "to_on", "2024-12-31");
              member("c", "from_on", "2024-07-01");
              assess(always, "2024-03-01", "YES", "NO");
              assess(always, "2025-03-01", "YES", "YES");
              assess(for2024, "2023-01-01", "PARTLY", "NO");
              assess(for2024, "2024-05-01", "YES", "YES");
            });

    assertThat(course(release))
        .containsExactly(
            "0001-01-01 1 0 0 1",
            "2024-01-01 2 0 0 1",
            "2024-03-01 2 1 0 0",
            "2024-05-01 2 2 1 0",
            "2024-07-01 3 2 1 1",
            "2025-01-01 2 1 0 1",
            "2025-03-01 2 1 1 1");
  }

  @Test
  void eachReleaseTellsWhatItKnew() {
    int[] service = new int[1];
    int first =
        ledger.publish(
            () -> {
              selection = ledger.add("service_selection", "top");
              service[0] = member("a");
            });
    int second = ledger.publish(() -> assess(service[0], "2024-03-01", "YES", "YES"));

    assertThat(course(first)).containsExactly("0001-01-01 1 0 0 1");
    assertThat(course(second)).containsExactly("0001-01-01 1 0 0 1", "2024-03-01 1 1 1 0");
  }

  @Test
  void anEmptySelectionHasNoCourse() {
    int release = ledger.publish(() -> selection = ledger.add("service_selection", "top"));
    assertThat(course(release)).isEmpty();
  }
}

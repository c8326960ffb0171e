package org.stadtstand.city.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeTry;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.declaration.Ledger;

/** For any history of changes, the periods give the same statuses as the events read one by one. */
class StatusPropertyIT {

  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
  private static final int DAYS = 10;

  /** What a release does with one change: bring it, replace it, or withdraw it. */
  record Step(int key, String status, int day, int ordinal, boolean takesBack) {}

  record Event(int record, Step step) {}

  private Ledger ledger = new Ledger();
  private final Map<Integer, Event> open = new HashMap<>();

  @BeforeTry
  void begin() {
    ledger = new Ledger();
    open.clear();
  }

  @Property(tries = 80)
  void periodsTellWhatTheEventsTell(@ForAll("histories") List<List<Step>> history) {
    int[] project = new int[1];
    List<String> expected = new ArrayList<>();
    List<Integer> releases = new ArrayList<>();
    releases.add(ledger.publish(() -> project[0] = ledger.add("project", "p")));
    for (List<Step> steps : history) {
      releases.add(ledger.publish(() -> steps.forEach(step -> take(step, project[0]))));
      expected.addAll(naively(releases.getLast()));
    }
    assertThat(fromPeriods(project[0], releases)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Provide
  Arbitrary<List<List<Step>>> histories() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 4),
            Arbitraries.of("IDEA", "PLANNED", "COMPLETED"),
            Arbitraries.integers().between(0, DAYS - 1),
            Arbitraries.integers().between(0, 1),
            Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(false)), Tuple.of(1, Arbitraries.just(true))))
        .as(Step::new)
        .list()
        .uniqueElements(Step::key)
        .ofMaxSize(4)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  private void take(Step step, int project) {
    Event before = open.remove(step.key());
    if (before != null) {
      ledger.end("project_status_change", before.record());
    }
    if (!step.takesBack()) {
      int record =
          ledger.add(
              "project_status_change",
              "p" + project + "-" + step.key(),
              "project",
              project,
              "status",
              step.status(),
              "effective_on",
              FIRST_DAY.plusDays(step.day()).toString(),
              "ordinal",
              step.ordinal());
      open.put(step.key(), new Event(record, step));
    }
  }

  /** The status on each day as known at the release, looked up one by one from the events. */
  private List<String> naively(int release) {
    List<String> told = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      int asked = day;
      Optional<Event> last =
          open.values().stream()
              .filter(event -> event.step().day() <= asked)
              .max(
                  Comparator.comparingInt((Event event) -> event.step().day())
                      .thenComparingInt(event -> event.step().ordinal())
                      .thenComparingInt(Event::record));
      last.ifPresent(event -> told.add(line(release, asked, event)));
    }
    return told;
  }

  private static String line(int release, int day, Event event) {
    return "%d %s %s %d"
        .formatted(release, FIRST_DAY.plusDays(day), event.step().status(), event.record());
  }

  private static List<@Nullable String> fromPeriods(int project, List<Integer> releases) {
    return Ledger.database()
        .sql(
            """
            select r || ' ' || d || ' ' || p.status || ' ' || p.event
            from unnest(:releases::int[]) r
            cross join generate_series(0, :days - 1) n
            cross join lateral (select :first::date + n as d) day
            join project_status_period p on p.project = :project and p.known @> r and p.days @> d
            """)
        .param("releases", releases.toString().replace('[', '{').replace(']', '}'))
        .param("days", DAYS)
        .param("first", FIRST_DAY)
        .param("project", project)
        .query(String.class)
        .list();
  }
}

package org.stadtstand.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what is reported about one project, and gives each event its key and its release. */
final class ProjectEvents {

  private static final List<String> GUIDELINES =
      Texts.rows("tables/guideline.csv").stream()
          .map(row -> row.getOrDefault("key", ""))
          .distinct()
          .toList();
  private static final List<String> PRIORITIES = List.of("HIGH", "MEDIUM", "MEDIUM", "LOW");

  private final Timeline time;
  private final String project;
  private final Dice dice;
  private final List<ProjectLife.Event> events = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, String> priorities = new HashMap<>();
  private int approved;

  ProjectEvents(Timeline time, String project, Dice dice) {
    this.time = time;
    this.project = project;
    this.dice = dice;
  }

  String project() {
    return project;
  }

  List<ProjectLife.Event> all() {
    return events;
  }

  LocalDate standsFor(int tick) {
    return time.standsFor(tick);
  }

  /** A few changes of status become known one release later than they should. */
  void status(int tick, Status status, LocalDate day, @Nullable String reason) {
    int release = time.delivering(tick);
    boolean late = counts.containsKey("s") && release < time.last() && dice.percent(3);
    add(
        late ? time.delivering(release + 1) : release,
        "project_status_change",
        row("s").with("status", status).with("effective_on", day).with("reason_code", reason));
  }

  void revision(int tick, String field, String old, String now) {
    LocalDate day = PartialDay.within(time.opens(tick), time.standsFor(tick), dice);
    add(
        tick,
        "schedule_revision",
        row("t")
            .with("field", field)
            .with("old_on", old)
            .with("new_on", now)
            .with("effective_on", day)
            .with("reason_code", Reasons.thrown(dice)));
  }

  void relation(
      int tick, String kind, @Nullable String other, @Nullable String former, LocalDate day) {
    add(
        tick,
        "project_relation",
        row("v")
            .with("kind", kind)
            .with("other", other)
            .with("former_title", former)
            .with("effective_on", day));
  }

  void responsibility(int tick, String unit, LocalDate day) {
    String key = row("z").get("key");
    add(
        tick,
        "responsibility_change",
        GeneratedRow.of("key", key)
            .with("subject", "project:" + project)
            .with("unit", unit)
            .with("effective_on", day)
            .with("reason", "Federführung neu geregelt"));
  }

  /** Two or three guidelines are rated at the first listing; the ratings change occasionally. */
  void rate(int tick, boolean first, boolean open, LocalDate day) {
    if (first) {
      int start = dice.below(GUIDELINES.size());
      for (int i = 0; i < dice.between(2, 3); i++) {
        rate(tick, GUIDELINES.get((start + i * 2) % GUIDELINES.size()), day);
      }
    } else if (open && dice.percent(12)) {
      rate(tick, dice.pick(priorities.keySet().stream().sorted().toList()), day);
    }
  }

  private void rate(int tick, String guideline, LocalDate day) {
    String priority = dice.pick(PRIORITIES);
    if (!priority.equals(priorities.put(guideline, priority))) {
      add(
          tick,
          "priority_rating",
          row("r")
              .with("guideline", guideline)
              .with("priority", priority)
              .with("effective_on", day));
    }
  }

  void cost(int tick, boolean first, Status status, int index, LocalDate day) {
    boolean told = dice.percent(30) || Role.of(index) == Role.CORRECTED;
    if (first && told) {
      cost(tick, "PLANNED", day);
    } else if (status == Status.IN_PROGRESS && dice.percent(8)) {
      cost(tick, "APPROVED", day);
    } else if (status == Status.COMPLETED && dice.percent(15)) {
      cost(tick, "SPENT", day);
    }
  }

  private void cost(int tick, String phase, LocalDate day) {
    if (counts.merge(phase, 1, Integer::sum) > 1) {
      return;
    }
    int amount = dice.between(4, 260) * 5000;
    GeneratedRow row =
        row("k")
            .with("phase", phase)
            .with("amount", amount)
            .with("currency", "EUR")
            .with("qualifier", phase.equals("PLANNED") && dice.percent(50) ? "ABOUT" : null)
            .with("nature", "SYNTHETIC")
            .with("year", day.getYear())
            .with("effective_on", day);
    add(tick, "cost_observation", row);
    if (phase.equals("APPROVED")) {
      approved = amount;
    } else if (phase.equals("SPENT") && approved > 0 && amount > 2 * approved) {
      acknowledge(tick, row);
    }
  }

  private void acknowledge(int tick, GeneratedRow spent) {
    add(
        tick,
        "acknowledgements",
        GeneratedRow.of("rule", "spent-above-approved")
            .with("table", "cost_observation")
            .with("row", spent.get("key"))
            .with("reason", "Die Kosten sind tatsächlich so gestiegen."));
  }

  /** Repeats a project's first report, correcting the cost for one and the date for another. */
  void correct(int index) {
    boolean cost = index % 2 == 0;
    String table = cost ? "cost_observation" : "project_status_change";
    String field = cost ? "amount" : "effective_on";
    ProjectLife.Event wrong =
        events.stream().filter(event -> event.table().equals(table)).findFirst().orElseThrow();
    String was = wrong.row().get(field);
    String is = cost ? was + "0" : LocalDate.parse(was).minusDays(21).toString();
    add(2, table, wrong.row().copy().with(field, is));
    add(
        2,
        "corrections",
        GeneratedRow.of("key", project + "-korrektur")
            .with("table", table)
            .with("row", wrong.row().get("key"))
            .with("field", field)
            .with("reason", cost ? "Eine Null fehlte." : "Beginn war das Datum der Presseinfo."));
  }

  private GeneratedRow row(String letter) {
    int number = counts.merge(letter, 1, Integer::sum);
    return GeneratedRow.of("key", project + "-" + letter + number).with("project", project);
  }

  private void add(int tick, String table, GeneratedRow row) {
    if (tick <= time.last()) {
      events.add(new ProjectLife.Event(tick, table, row));
    }
  }
}

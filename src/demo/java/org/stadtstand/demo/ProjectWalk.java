package org.stadtstand.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks one project through its half-years from its first listing: status first, then dates, lead
 * and title, then ratings and money. Attributes change only in releases that bring news, because a
 * revision must name the value in the release before.
 */
final class ProjectWalk {

  private static final List<String> PARTNERS =
      List.of(
          "Stadtwerke",
          "Hochschule",
          "Zweckverband IT-Region",
          "Handwerkskammer",
          "Verkehrsverbund",
          "Sparkasse",
          "Freiwilligenagentur",
          "Nachbarkreis");

  private final City city;
  private final Timeline time;
  private final int index;
  private final Dice dice;
  private final Role role;
  private final Topic topic;
  private final int listed;
  private final ProjectEvents events;
  private final ProjectDates dates;
  private final List<ProjectLife.Version> versions = new ArrayList<>();
  private final String partners;
  private Topic.Phrase title;
  private Status status;
  private String lead;
  private LocalDate cursor;
  private boolean openBeforeMistake;

  ProjectWalk(City city, int index, Topic topic) {
    this.city = city;
    this.time = city.timeline();
    this.index = index;
    this.topic = topic;
    this.dice = city.dice("project", index);
    this.role = Role.of(index);
    this.listed = listed();
    this.events = new ProjectEvents(time, key(index), dice);
    this.title = topic.title();
    this.lead = dice.pick(topic.offices());
    this.status = firstStatus();
    LocalDate opens = time.opens(listed);
    this.cursor = PartialDay.within(opens, opens.plusDays(listed == 0 ? 200 : 90), dice);
    this.dates = new ProjectDates(events, dice, cursor);
    this.partners = dice.percent(30) ? dice.pick(PARTNERS) : "";
  }

  private int listed() {
    if (role == Role.SPLIT) {
      return role.turn(index);
    }
    int thrown = dice.below(1000);
    if (index < Role.CAST || thrown < 560) {
      return 0;
    }
    List<Integer> news = time.news();
    return news.get(1 + (thrown - 560) * (news.size() - 1) / 440);
  }

  private Status firstStatus() {
    int thrown = dice.below(100);
    if (thrown < 25 && index >= Role.CAST) {
      return Status.IDEA;
    }
    return thrown < 80 ? Status.PLANNED : Status.PRIORITISED;
  }

  ProjectLife walk() {
    for (int tick = listed; tick < time.releases(); tick++) {
      if (ProjectLife.isPresent(index, listed, tick)) {
        moveStatus(tick);
        if (time.bringsNews(tick)) {
          news(tick);
        }
      }
      openBeforeMistake |= tick == Timeline.MISTAKEN - 1 && status.isOpen();
    }
    if (role == Role.CORRECTED) {
      events.correct(index);
    }
    List<ProjectLife.Event> said =
        events.all().stream()
            .filter(event -> ProjectLife.isPresent(index, listed, event.tick()))
            .toList();
    return new ProjectLife(index, events.project(), listed, versions, said, openBeforeMistake);
  }

  private void moveStatus(int tick) {
    if (tick == listed) {
      events.status(tick, status, cursor, null);
      if (role == Role.SPLIT) {
        events.relation(tick, "SPLIT_FROM", other(), null, cursor);
      }
    }
    boolean turns = role == Role.MERGED && tick == role.turn(index);
    Status next = turns ? Status.MERGED : status.next(dice, dates.due(time.standsFor(tick)));
    boolean kept = index < Role.CAST && !next.isOpen() && !turns && tick < time.last();
    if (next == status || kept || !status.isOpen()) {
      return;
    }
    LocalDate from = cursor.isBefore(time.opens(tick)) ? time.opens(tick) : cursor.plusDays(1);
    cursor = PartialDay.within(from, time.standsFor(tick), dice);
    status = next;
    boolean stops = status == Status.ON_HOLD || status == Status.CANCELLED;
    events.status(tick, status, cursor, stops ? Reasons.thrown(dice) : null);
    if (turns) {
      events.relation(tick, "MERGED_INTO", other(), null, cursor);
    }
  }

  private static String key(int index) {
    return "demo-p-" + Texts.padded(index + 1);
  }

  /** The partners of the cast come after it in the list, at a fixed distance. */
  private String other() {
    return key(index + 16);
  }

  private void news(int tick) {
    LocalDate day = PartialDay.within(time.opens(tick), time.standsFor(tick), dice);
    // A returning project has no row in the previous release whose change a revision could explain.
    if (tick > listed && tick != role.returns()) {
      if (status.isOpen()) {
        dates.move(tick, status, role == Role.RESCHEDULED);
      }
      moveLead(tick, day);
      retitle(tick, day);
    }
    events.rate(tick, tick == listed, status.isOpen(), day);
    events.cost(tick, tick == listed, status, index, day);
    keep(tick);
  }

  private void moveLead(int tick, LocalDate day) {
    if (dice.below(1000) >= 30) {
      return;
    }
    String other = dice.pick(topic.offices());
    String next = other.equals(lead) ? "demo-stab-digitales" : other;
    if (!next.equals(lead)) {
      lead = next;
      if (dice.percent(70)) {
        events.responsibility(tick, lead, day.withDayOfMonth(1));
      }
    }
  }

  private void retitle(int tick, LocalDate day) {
    if (tick != role.turn(index)) {
      return;
    }
    if (role == Role.RENAMED) {
      events.relation(tick, "RENAMED_FROM", null, title.de(), day);
      title = title.plus(": erweiterter Umfang", ": extended scope");
    } else if (role == Role.RETITLED) {
      title = title.plus(" (Pilot)", " (pilot)");
    }
  }

  private void keep(int tick) {
    GeneratedRow row = row();
    if (versions.isEmpty() || !versions.getLast().row().values().equals(sourced(row))) {
      versions.add(new ProjectLife.Version(tick, row.with("source", time.report(tick))));
    }
  }

  /** The new row with the old row's source: if the two are then equal, nothing has changed. */
  private Map<String, String> sourced(GeneratedRow row) {
    String source = versions.getLast().row().get("source");
    return row.copy().with("source", source).values();
  }

  private GeneratedRow row() {
    @Nullable String who = partners.isEmpty() ? null : partners + " " + city.name();
    return GeneratedRow.of("key", events.project())
        .with("title_de", title.de())
        .with("title_en", title.en())
        .with("summary_de", topic.summary().de())
        .with("summary_en", topic.summary().en())
        .with("translation", "MACHINE")
        .with("focus_area", topic.area())
        .with("lead_unit", lead)
        .with("planned_start", dates.start())
        .with("planned_end", dates.end())
        .with("partners", who);
  }
}

package org.stadtstand.demo;

import java.time.LocalDate;

/**
 * The planned start and end of a project and how they slip. Most moves are announced by a revision;
 * the others just appear in the next list, which is what readers should notice.
 */
final class ProjectDates {

  private final ProjectEvents events;
  private final Dice dice;
  private String start;
  private String end;

  ProjectDates(ProjectEvents events, Dice dice, LocalDate first) {
    this.events = events;
    this.dice = dice;
    LocalDate begin = first.plusMonths(dice.between(1, 7));
    this.start = PartialDay.coarse(begin, dice);
    this.end = after(PartialDay.latest(start), 9, 40);
  }

  String start() {
    return start;
  }

  String end() {
    return end;
  }

  boolean due(LocalDate day) {
    return !PartialDay.latest(end).isAfter(day);
  }

  /** Sometimes moves an open project's dates; {@code again} projects slip at every chance. */
  void move(int tick, Status status, boolean again) {
    LocalDate day = events.standsFor(tick);
    boolean announced = dice.percent(again ? 85 : 72);
    if (status.notStarted() && PartialDay.latest(start).isBefore(day) && dice.percent(50)) {
      String old = start;
      start = after(day, 1, 8);
      announce(announced, tick, "PLANNED_START", old, start);
    }
    LocalDate least = PartialDay.latest(start).plusMonths(6);
    boolean tooShort = PartialDay.latest(end).isBefore(least);
    if (tooShort || again || slips(day)) {
      String old = end;
      LocalDate from = later(later(PartialDay.latest(end), day), least);
      end = after(from, 3, 14);
      announce(announced, tick, "PLANNED_END", old, end);
    }
  }

  private boolean slips(LocalDate day) {
    boolean near = PartialDay.latest(end).isBefore(day.plusDays(150));
    return dice.percent(near ? 42 : 4);
  }

  private void announce(boolean announced, int tick, String field, String old, String now) {
    if (announced) {
      events.revision(tick, field, old, now);
    }
  }

  private String after(LocalDate day, int leastMonths, int mostMonths) {
    return PartialDay.coarse(day.plusMonths(dice.between(leastMonths, mostMonths)), dice);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}

package org.stadtstand.demo;

import java.time.LocalDate;
import java.util.List;

/** The milestones some projects name; marked done only from the release that can know of it. */
final class Milestones {

  private static final List<Topic.Phrase> EARLY =
      List.of(
          new Topic.Phrase("Bestandsaufnahme abgeschlossen", "Survey completed"),
          new Topic.Phrase("Konzept abgestimmt", "Concept agreed"),
          new Topic.Phrase("Anforderungen aufgenommen", "Requirements recorded"));
  private static final List<Topic.Phrase> LATE =
      List.of(
          new Topic.Phrase("Im Ausschuss vorgestellt", "Presented to the committee"),
          new Topic.Phrase("Personalrat beteiligt", "Staff council consulted"),
          new Topic.Phrase("Datenschutzprüfung abgeschlossen", "Data protection review done"));

  private Milestones() {}

  static void write(City city, ProjectLife life, int tick, GeneratedDelivery out) {
    Dice dice = city.dice("milestones", life.index());
    if (!dice.percent(22)) {
      return;
    }
    LocalDate start = PartialDay.latest(life.row(life.listed()).get("planned_start"));
    for (int number = 1; number <= 2; number++) {
      LocalDate due = start.plusMonths(number * 5L).withDayOfMonth(15);
      LocalDate done = due.plusDays(dice.between(-20, 160));
      boolean ever = dice.percent(75);
      Topic.Phrase title = dice.pick(number == 1 ? EARLY : LATE);
      int told = ever ? Math.max(life.listed(), city.timeline().delivering(done)) : 99;
      boolean known = told <= tick;
      out.add(
          "milestone",
          GeneratedRow.of("key", life.key() + "-m" + number)
              .with("project", life.key())
              .with("title_de", title.de())
              .with("title_en", title.en())
              .with("translation", "MACHINE")
              .with("due_on", due)
              .with("done_on", known ? done : null)
              .with("source", city.timeline().report(known ? told : life.listed())));
    }
  }
}

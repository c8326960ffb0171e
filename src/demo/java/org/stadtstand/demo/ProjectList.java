package org.stadtstand.demo;

/** The projects of each release with everything that belongs to them, one project at a time. */
final class ProjectList implements Part {

  private final City city;
  private final ProjectLives lives;
  private final ProjectLinks links;

  ProjectList(City city, ProjectLives lives) {
    this.city = city;
    this.lives = lives;
    this.links = new ProjectLinks(city);
  }

  @Override
  public void write(int tick, GeneratedDelivery out) {
    int state = city.timeline().stateOf(tick);
    for (int i = 0; i < lives.size(); i++) {
      ProjectLife life = lives.get(i);
      if (life.present(state)) {
        list(life, tick, state, out);
      } else if (tick == Role.of(i).turn(i) && Role.of(i) != Role.VANISHES) {
        leave(life, out);
      }
      for (ProjectLife.Event event : life.events()) {
        if (event.tick() == tick) {
          out.add(event.table(), event.row());
        }
      }
    }
  }

  private void list(ProjectLife life, int tick, int state, GeneratedDelivery out) {
    GeneratedRow row = life.row(state);
    String report = city.timeline().report(tick);
    out.add(
        "project", tick == Timeline.MISTAKEN ? OfficeMistake.overwritten(life, row, report) : row);
    links.write(life, lives.topic(life.index()), out);
    Milestones.write(city, life, state, out);
  }

  private static void leave(ProjectLife life, GeneratedDelivery out) {
    if (Role.of(life.index()).leaves()) {
      String reason =
          Role.of(life.index()) == Role.RELISTED
              ? "Aus der Liste genommen, bis die Förderung geklärt ist."
              : life.index() % 2 == 0
                  ? "Wird als Daueraufgabe weitergeführt und nicht mehr als Projekt berichtet."
                  : "Doppelt geführt; das Vorhaben steht unter anderem Titel in der Liste.";
      out.withdraw("project", life.key(), reason);
    }
  }
}

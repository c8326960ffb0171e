package org.stadtstand.demo;

/**
 * The release that goes wrong: an office's import overwrites planned ends and lead units of some
 * projects and marks a few of them as done. The next release revokes it.
 */
final class OfficeMistake implements Part {

  private static final String OFFICE = "demo-amt-tiefbau";
  private static final String WRONG_END = "2023-12-31";
  private static final String REASON = "Irrtümlich eingespielt; Lieferung zurückgenommen.";

  private final City city;
  private final ProjectLives lives;

  OfficeMistake(City city, ProjectLives lives) {
    this.city = city;
    this.lives = lives;
  }

  /** The row as the import left it; the rows of all other projects are unchanged. */
  static GeneratedRow overwritten(ProjectLife life, GeneratedRow row, String report) {
    boolean agrees =
        row.get("lead_unit").equals(OFFICE) && row.get("planned_end").equals(WRONG_END);
    return hits(life) && !agrees
        ? row.copy().with("lead_unit", OFFICE).with("planned_end", WRONG_END).with("source", report)
        : row;
  }

  private static boolean hits(ProjectLife life) {
    boolean listed = life.index() >= Role.CAST && life.listed() < Timeline.MISTAKEN;
    return listed && life.index() % 13 == 5 && life.openBeforeMistake();
  }

  @Override
  public void write(int tick, GeneratedDelivery out) {
    if (tick != Timeline.MISTAKEN && tick != Timeline.REVOKING) {
      return;
    }
    for (int i = 0; i < lives.size(); i++) {
      ProjectLife life = lives.get(i);
      if (hits(life)) {
        write(life, tick == Timeline.REVOKING, out);
      }
    }
  }

  private void write(ProjectLife life, boolean revoke, GeneratedDelivery out) {
    String moved = life.key() + "-import-t";
    String done = life.key() + "-import-s";
    boolean saysDone = life.index() % 3 == 0;
    String end = life.row(Timeline.MISTAKEN - 1).get("planned_end");
    if (!end.equals(WRONG_END)) {
      if (revoke) {
        out.withdraw("schedule_revision", moved, REASON);
      } else {
        out.add("schedule_revision", revision(life, moved, end));
      }
    }
    if (saysDone && revoke) {
      out.withdraw("project_status_change", done, REASON);
    } else if (saysDone) {
      out.add("project_status_change", completion(life, done));
    }
  }

  private GeneratedRow revision(ProjectLife life, String key, String end) {
    return GeneratedRow.of("key", key)
        .with("project", life.key())
        .with("field", "PLANNED_END")
        .with("old_on", end)
        .with("new_on", WRONG_END)
        .with("effective_on", city.timeline().standsFor(Timeline.MISTAKEN).minusDays(15))
        .with("reason_code", "NONE_GIVEN");
  }

  private GeneratedRow completion(ProjectLife life, String key) {
    return GeneratedRow.of("key", key)
        .with("project", life.key())
        .with("status", "COMPLETED")
        .with("effective_on", city.timeline().standsFor(Timeline.MISTAKEN).minusDays(15));
  }
}

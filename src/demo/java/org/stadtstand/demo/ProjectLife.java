package org.stadtstand.demo;

import java.util.List;

/**
 * Everything ever reported about one project: its row as it changed from release to release, and
 * the events in every table, each with the release that brings it.
 */
record ProjectLife(
    int index,
    String key,
    int listed,
    List<Version> versions,
    List<Event> events,
    boolean openBeforeMistake) {

  /** The row from one release until the next version. */
  record Version(int since, GeneratedRow row) {}

  /** One row of an event table or of the corrections. */
  record Event(int tick, String table, GeneratedRow row) {}

  boolean present(int tick) {
    return isPresent(index, listed, tick);
  }

  static boolean isPresent(int index, int listed, int tick) {
    Role role = Role.of(index);
    boolean away = role.leaves() && tick >= role.turn(index) && tick < role.returns();
    return tick >= listed && !away;
  }

  GeneratedRow row(int tick) {
    GeneratedRow found = versions.getFirst().row();
    for (Version version : versions) {
      if (version.since() <= tick) {
        found = version.row();
      }
    }
    return found;
  }
}

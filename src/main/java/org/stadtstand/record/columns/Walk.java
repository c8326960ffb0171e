package org.stadtstand.record.columns;

import java.util.List;

/** A record at a time, at one release and on one day after the other: the rows that hold there. */
final class Walk {

  private final List<Lives> lives;
  private final int release;
  private final int[] rows;
  private int record;
  private int day;

  /**
   * @param lives the records' own rows first
   */
  Walk(List<Lives> lives, int release) {
    this.lives = lives;
    this.release = release;
    this.rows = new int[lives.size()];
  }

  int records() {
    return lives.getFirst().begins().length - 1;
  }

  /** Goes to a record; false if it was not published. */
  boolean to(int next) {
    record = next;
    rows[0] = lives.getFirst().at(next, release, 0);
    return rows[0] != Lives.NONE;
  }

  /** Goes to a day; false if all rows are still those of the day before. */
  boolean on(int next, boolean first) {
    day = next;
    boolean changed = first;
    for (int i = 1; i < rows.length; i++) {
      Lives own = lives.get(i);
      if (first || rows[i] == Lives.NONE || !own.holdsOn(rows[i], next)) {
        int row = own.at(record, release, next);
        changed |= row != rows[i];
        rows[i] = row;
      }
    }
    return changed;
  }

  /** The row of a table that holds; {@link Lives#NONE} if there is none. */
  int row(int table) {
    return rows[table];
  }

  /** Since 1970. */
  int day() {
    return day;
  }
}

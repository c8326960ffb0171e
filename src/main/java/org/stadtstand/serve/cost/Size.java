package org.stadtstand.serve.cost;

/**
 * What a part of a question adds up to. The numbers end at a bound that no answer may reach,
 * because lists within lists multiply beyond any number.
 *
 * @param rows in lists
 * @param values in objects
 * @param tested rows that the database looks through
 * @param conditions in units: relations that a filter tests
 * @param scanned rows that figures are made of
 */
record Size(long rows, long values, long tested, long conditions, long scanned) {

  static final Size NOTHING = new Size(0, 0, 0, 0);
  static final Size VALUE = new Size(0, 1, 0, 0);

  private static final long MOST = 1_000_000_000_000L;

  Size(long rows, long values, long tested, long conditions) {
    this(rows, values, tested, conditions, 0);
  }

  static Size scanned(long rows) {
    return new Size(0, 0, 0, 0, rows);
  }

  Size plus(Size other) {
    return new Size(
        plus(rows, other.rows),
        plus(values, other.values),
        plus(tested, other.tested),
        plus(conditions, other.conditions),
        plus(scanned, other.scanned));
  }

  /** The same for each element of a list. A statement tests its conditions for all at once. */
  Size onEachOf(long elements) {
    return new Size(
        times(elements, 1 + rows),
        times(elements, values),
        times(elements, tested),
        conditions,
        times(elements, scanned));
  }

  /** The same for each group of a list, whose rows are read once. */
  Size onEachGroup(long groups) {
    Size all = onEachOf(groups);
    return new Size(all.rows, all.values, all.tested, all.conditions, scanned);
  }

  /** At most either. */
  Size or(Size other) {
    return new Size(
        Math.max(rows, other.rows),
        Math.max(values, other.values),
        Math.max(tested, other.tested),
        Math.max(conditions, other.conditions),
        Math.max(scanned, other.scanned));
  }

  static long plus(long one, long other) {
    return Math.min(MOST, one + other);
  }

  static long times(long one, long other) {
    return one == 0 || other == 0 ? 0 : one > MOST / other ? MOST : one * other;
  }
}

package org.stadtstand.graph.steps;

import java.util.Comparator;

/**
 * A place in the feed. All changes ever published stand in this order, and what is published later
 * stands behind them: therefore a cursor stays good for ever.
 *
 * @param field the column's name; empty for a change of the whole record
 */
public record Position(int release, int type, int record, String field)
    implements Comparable<Position> {

  private static final Comparator<Position> ORDER =
      Comparator.comparingInt(Position::release)
          .thenComparingInt(Position::type)
          .thenComparingInt(Position::record)
          .thenComparing(Position::field);

  /** Sorts behind every column's name. */
  private static final String BEHIND = "~";

  public static final Position START = new Position(0, 0, 0, "");

  /** Behind all changes of a release. */
  public static Position endOf(int release) {
    return new Position(release, Integer.MAX_VALUE, Integer.MAX_VALUE, BEHIND);
  }

  /** The record in a list that is of no release but of the difference of two. */
  public static Position at(RecordAtRelease spot) {
    return new Position(0, spot.type(), spot.record(), "");
  }

  /** Behind all changes of a record at a release. */
  public static Position behind(RecordAtRelease spot) {
    return new Position(spot.release(), spot.type(), spot.record(), BEHIND);
  }

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }
}

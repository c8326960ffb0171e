package org.stadtstand.graph.steps;

import java.util.Comparator;

/**
 * A place in the feed. All changes ever published are in this order, and later publications come
 * after earlier ones: that is why a cursor stays valid forever.
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

  /** Sorts after every column's name. */
  private static final String BEHIND = "~";

  public static final Position START = new Position(0, 0, 0, "");

  /** After all changes of a release. */
  public static Position endOf(int release) {
    return new Position(release, Integer.MAX_VALUE, Integer.MAX_VALUE, BEHIND);
  }

  /** The record in a list that covers the difference of two releases rather than one release. */
  public static Position at(RecordAtRelease spot) {
    return new Position(0, spot.type(), spot.record(), "");
  }

  /** After all changes of a record at a release. */
  public static Position behind(RecordAtRelease spot) {
    return new Position(spot.release(), spot.type(), spot.record(), BEHIND);
  }

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }
}

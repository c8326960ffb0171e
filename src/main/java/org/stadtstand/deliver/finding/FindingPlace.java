package org.stadtstand.deliver.finding;

import java.util.Comparator;

/**
 * Where something was found.
 *
 * @param line the line in the file; 0 for the file as a whole
 * @param column the position of the cell, counted from 1; 0 for the line as a whole
 * @param columnName the cell's column, or the property of the description; empty if there is none
 */
public record FindingPlace(String file, long line, int column, String columnName)
    implements Comparable<FindingPlace> {

  private static final Comparator<FindingPlace> ORDER =
      Comparator.<FindingPlace, String>comparing(place -> place.file())
          .thenComparingLong(FindingPlace::line)
          .thenComparingInt(FindingPlace::column)
          .thenComparing(FindingPlace::columnName);

  public static FindingPlace file(String file) {
    return new FindingPlace(file, 0, 0, "");
  }

  public static FindingPlace line(String file, long line) {
    return new FindingPlace(file, line, 0, "");
  }

  /** Whether it is in this line, or of this file as a whole. */
  boolean isIn(FindingPlace other) {
    return file.equals(other.file) && line == other.line;
  }

  @Override
  public int compareTo(FindingPlace other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return file
        + (line == 0 ? "" : ":" + line)
        + (column == 0 ? "" : ":" + column)
        + (columnName.isEmpty() ? "" : " (" + columnName + ")");
  }
}

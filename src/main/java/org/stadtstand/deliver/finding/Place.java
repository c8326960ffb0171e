package org.stadtstand.deliver.finding;

import java.util.Comparator;

/**
 * Where something was found.
 *
 * @param line the line in the file; 0 for the file as a whole
 * @param column the position of the cell, from 1; 0 for the line as a whole
 * @param columnName the cell's column, or the property of the description; empty if none
 */
public record Place(String file, long line, int column, String columnName)
    implements Comparable<Place> {

  private static final Comparator<Place> ORDER =
      Comparator.<Place, String>comparing(place -> place.file())
          .thenComparingLong(Place::line)
          .thenComparingInt(Place::column)
          .thenComparing(Place::columnName);

  public static Place file(String file) {
    return new Place(file, 0, 0, "");
  }

  public static Place line(String file, long line) {
    return new Place(file, line, 0, "");
  }

  @Override
  public int compareTo(Place other) {
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

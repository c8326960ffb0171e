package org.stadtstand.record.listing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list as read by its statement: the number of a record, not the record itself.
 *
 * @param n the pin or parent for which it was found; counts from 1
 * @param kind which of several types the record has; null in a list of one type
 * @param place the values by which the list is ordered
 */
record ListLine(int n, int record, @Nullable String kind, List<String> place) {

  /** The current row; its last {@code places} columns are the values of the order. */
  static ListLine read(ResultSet row, int places) throws SQLException {
    List<String> place = new ArrayList<>(places);
    for (int i = 0; i < places; i++) {
      place.add(row.getString(4 + i));
    }
    return new ListLine(row.getInt(1), row.getInt(2), row.getString(3), place);
  }
}

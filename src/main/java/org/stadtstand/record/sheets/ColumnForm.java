package org.stadtstand.record.sheets;

import static org.stadtstand.record.sheets.SheetColumn.NULL;

/**
 * How a column is written in all rows of a sheet: not at all if it never varies, else as what is
 * more than its least value, with a bit for each row that may lack it.
 */
final class ColumnForm {

  private static final int EMPTY = 0;
  private static final int CONSTANT = 1;
  private static final int FULL = 2;
  private static final int WITH_GAPS = 3;

  private long least = Long.MAX_VALUE;
  private long most = Long.MIN_VALUE;
  private boolean gaps;

  void measure(long value) {
    if (value == NULL) {
      gaps = true;
    } else {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
  }

  void write(ByteWriter writer) {
    int form = isEmpty() ? EMPTY : isConstant() ? CONSTANT : gaps ? WITH_GAPS : FULL;
    writer.fixed(form, 1);
    if (form != EMPTY) {
      writer.signed(least);
    }
  }

  static ColumnForm read(ByteReader reader) {
    ColumnForm column = new ColumnForm();
    int form = reader.bytes[reader.at++];
    column.gaps = form == WITH_GAPS;
    if (form != EMPTY) {
      column.least = reader.signed();
      column.most = form == CONSTANT ? column.least : Long.MAX_VALUE;
    }
    return column;
  }

  private boolean isEmpty() {
    return most < least;
  }

  /** Whether all rows have the same value, or none. */
  boolean isConstant() {
    return isEmpty() || least == most && !gaps;
  }

  /** What a row has that writes none. */
  long constant() {
    return isEmpty() ? NULL : least;
  }

  boolean hasGaps() {
    return gaps && !isEmpty();
  }

  long least() {
    return least;
  }
}

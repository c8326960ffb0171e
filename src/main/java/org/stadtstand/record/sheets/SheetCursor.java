package org.stadtstand.record.sheets;

import static org.stadtstand.record.sheets.SheetColumn.NULL;

/**
 * The rows of one table about one record, one after the other. Values are read from the bytes up to
 * the one that is wanted, so a row that does not hold costs two or three numbers.
 */
final class SheetCursor extends ByteReader {

  private final ColumnForm[] forms;
  private final boolean gapped;
  private final int end;
  private final long[] values;
  private int row;
  private int next;
  private int known;
  private long gaps;

  /**
   * @param at where the rows begin
   * @param end where they end
   */
  SheetCursor(byte[] bytes, int at, int end, ColumnForm[] forms, boolean gapped) {
    super(bytes, at);
    this.forms = forms;
    this.gapped = gapped;
    this.end = end;
    this.next = at;
    this.values = new long[forms.length];
  }

  /** Stays at the row where this one is now. */
  SheetCursor copy() {
    SheetCursor copy = new SheetCursor(bytes, at, end, forms, gapped);
    System.arraycopy(values, 0, copy.values, 0, known);
    copy.next = end;
    copy.known = known;
    copy.gaps = gaps;
    return copy;
  }

  /** Goes to the next row; false after the last. */
  boolean next() {
    if (next >= end) {
      return false;
    }
    row = next;
    at = next;
    int length = length();
    next = at + length;
    gaps = gapped ? number() : 0;
    known = 0;
    return true;
  }

  /** Where the row begins. */
  int row() {
    return row;
  }

  /** Goes to the next row that was published at a release. */
  boolean nextAt(int release) {
    while (next()) {
      if (holdsAt(release)) {
        return true;
      }
    }
    return false;
  }

  /** Goes to the next period that is known at a release and holds on a day. */
  boolean nextAt(int release, long day) {
    while (nextAt(release)) {
      long first = get(SheetTable.FIRST_DAY);
      long over = get(SheetTable.END);
      if ((first == NULL || first <= day) && (over == NULL || over > day)) {
        return true;
      }
    }
    return false;
  }

  boolean holdsAt(int release) {
    if (get(SheetTable.SINCE) > release) {
      return false;
    }
    long until = get(SheetTable.UNTIL);
    return until == NULL || until > release;
  }

  long get(int column) {
    while (known <= column) {
      values[known] = read(forms[known]);
      known++;
    }
    return values[column];
  }

  private long read(ColumnForm form) {
    if (form.isConstant()) {
      return form.constant();
    }
    if (form.hasGaps()) {
      boolean gap = (gaps & 1) != 0;
      gaps >>>= 1;
      if (gap) {
        return NULL;
      }
    }
    return number() + form.least();
  }
}

package org.stadtstand.record.sheets;

import static org.stadtstand.record.sheets.SheetColumn.NULL;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.declaration.Formula;
import org.stadtstand.record.declaration.JoinedRow;
import org.stadtstand.record.time.Pin;

/**
 * How records of one type are read from sheets: their table, the rows joined to theirs, and what
 * each label of a column stands for.
 */
public final class SheetView {

  private static final SheetRow.At NEVER = new SheetRow.At(0, 0);

  private final SheetTable table;
  private final SheetFormulas formulas;
  private final Map<String, Slot> slots = new LinkedHashMap<>();
  private final Map<String, Pair> texts = new HashMap<>();
  private final Map<String, Pair> dates = new HashMap<>();

  /** Two columns that are read together, such as a text in two languages. */
  record Pair(Slot first, Slot second) {}

  SheetView(
      List<SheetTable> all,
      String table,
      Map<String, JoinedRow> joins,
      Map<String, Formula> columns) {
    this.formulas = new SheetFormulas(all, table, joins);
    this.table = formulas.table();
    columns.forEach((label, value) -> slots.put(label, slot(value)));
    slots.forEach(
        (label, slot) -> {
          pair(texts, label, "_de", "_en", slot);
          pair(dates, label, "_from", "_to", slot);
        });
  }

  private void pair(Map<String, Pair> pairs, String label, String first, String second, Slot slot) {
    if (label.endsWith(first)) {
      String common = label.substring(0, label.length() - first.length());
      Slot other = slots.get(common + second);
      pairs.put(common, new Pair(slot, other == null ? row -> NULL : other));
    }
  }

  /** Where the value of a column is found. */
  public Slot labelled(String label) {
    Slot slot = slots.get(label);
    if (slot == null) {
      throw new IllegalStateException(table.name() + " is read without a column " + label);
    }
    return slot;
  }

  Pair text(String label) {
    return pair(texts, label);
  }

  Pair date(String label) {
    return pair(dates, label);
  }

  private Pair pair(Map<String, Pair> pairs, String label) {
    Pair pair = pairs.get(label);
    if (pair == null) {
      throw new IllegalStateException(table.name() + " is read without two columns " + label);
    }
    return pair;
  }

  /** The number of its records' type. */
  int type() {
    return table.type();
  }

  int joins() {
    return formulas.joins();
  }

  @Nullable SheetCursor joined(int join, SheetRow row) {
    return formulas.joined(join, row);
  }

  /** The record as it was published at a pin; null if it was not. */
  public @Nullable SheetRow row(Sheet sheet, int record, Pin pin) {
    return row(sheet, record, at(sheet, pin));
  }

  @Nullable SheetRow row(Sheet sheet, int record, SheetRow.At at) {
    int place = sheet.place(record);
    if (place < 0 || sheet.type(place) != table.type()) {
      return null;
    }
    SheetCursor cursor = sheet.published(table, place, at.release());
    return cursor == null || !hasHappened(cursor, at)
        ? null
        : new SheetRow(sheet, this, at, place, cursor);
  }

  /** Whether the rows of one value of a column lie together, so that no others are looked at. */
  public boolean isBelow(String column) {
    return !column.equals("record") && column.equals(table.subject());
  }

  /** All rows as they were published at a pin, below a record or, without one, everywhere. */
  public List<SheetRow> rows(Sheet sheet, @Nullable Integer subject, Pin pin) {
    List<SheetRow> rows = new ArrayList<>();
    SheetRow.At at = at(sheet, pin);
    if (subject == null) {
      all(sheet, at, rows::add);
    } else if (sheet.place(subject) >= 0) {
      below(sheet, sheet.place(subject), at, rows::add);
    }
    return rows;
  }

  /** All rows in a state, without a look at the records that have none. */
  void all(Sheet sheet, SheetRow.At at, Consumer<SheetRow> taker) {
    SheetOrder all = sheet.order(table, () -> SheetOrder.none(this, sheet));
    for (int i = 0; i < all.size(); i++) {
      SheetRow row = row(sheet, at, all.places()[i], all.rows()[i]);
      if (row != null) {
        taker.accept(row);
      }
    }
  }

  /** Whether a row below another, in its state, is such a one; a row lasts until the next. */
  boolean hasBelow(SheetRow parent, Predicate<SheetRow> such) {
    Sheet sheet = parent.sheet();
    SheetCursor cursor = sheet.rows(table, parent.place());
    while (cursor != null && cursor.nextAt(parent.at().release())) {
      if (hasHappened(cursor, parent.at())
          && such.test(
              new SheetRow(sheet, this, parent.at(), own(sheet, parent.place(), cursor), cursor))) {
        return true;
      }
    }
    return false;
  }

  static SheetRow.At at(Sheet sheet, Pin pin) {
    return new SheetRow.At(sheet.release(pin.release()), pin.day().toEpochDay());
  }

  private void below(Sheet sheet, int place, SheetRow.At at, Consumer<SheetRow> taker) {
    SheetCursor cursor = sheet.rows(table, place);
    if (cursor == null) {
      return;
    }
    while (cursor.nextAt(at.release())) {
      if (hasHappened(cursor, at)) {
        taker.accept(new SheetRow(sheet, this, at, own(sheet, place, cursor), cursor.copy()));
      }
    }
  }

  private boolean hasHappened(SheetCursor cursor, SheetRow.At at) {
    return !table.event() || cursor.get(SheetTable.FIRST_DAY) <= at.day();
  }

  /** The place of the record whose row it is. */
  private int own(Sheet sheet, int place, SheetCursor cursor) {
    return table.record() < 0 ? place : sheet.place(cursor.get(table.record()));
  }

  /** All rows, whatever state they are of. */
  void each(Sheet sheet, Consumer<SheetRow> taker) {
    for (int place = 0; place < sheet.records(); place++) {
      SheetCursor cursor = sheet.rows(table, place);
      while (cursor != null && cursor.next()) {
        taker.accept(new SheetRow(sheet, this, NEVER, own(sheet, place, cursor), cursor));
      }
    }
  }

  /** The row that begins somewhere, whatever state it is of. */
  SheetRow rowAt(Sheet sheet, int place, int begin) {
    return new SheetRow(sheet, this, NEVER, place, sheet.row(table, begin));
  }

  /** The row that begins somewhere; null if it does not hold. */
  @Nullable SheetRow row(Sheet sheet, SheetRow.At at, int place, int begin) {
    SheetCursor cursor = sheet.row(table, begin);
    return cursor.holdsAt(at.release()) && hasHappened(cursor, at)
        ? new SheetRow(sheet, this, at, place, cursor)
        : null;
  }

  /** Where the value of a formula is found. */
  public Slot slot(Formula formula) {
    return formulas.slot(formula);
  }
}

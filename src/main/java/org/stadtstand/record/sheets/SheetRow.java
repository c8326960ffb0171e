package org.stadtstand.record.sheets;

import static org.stadtstand.record.sheets.SheetColumn.NULL;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.text.Text;

/** A row of a sheet at a pin, with what is joined to it, read by the labels of its type. */
public final class SheetRow extends Row {

  private final Sheet sheet;
  private final SheetView view;
  private final At at;
  private final int place;
  private final SheetCursor own;
  private final @Nullable SheetCursor[] joined;
  private final boolean[] looked;

  /**
   * @param release its place among those of the municipality
   * @param day counted from 1970
   */
  record At(int release, long day) {}

  /**
   * @param place that of its record
   */
  SheetRow(Sheet sheet, SheetView view, At at, int place, SheetCursor own) {
    this.sheet = sheet;
    this.view = view;
    this.at = at;
    this.place = place;
    this.own = own;
    this.joined = new @Nullable SheetCursor[view.joins()];
    this.looked = new boolean[joined.length];
  }

  Sheet sheet() {
    return sheet;
  }

  At at() {
    return at;
  }

  int place() {
    return place;
  }

  @Override
  public int record() {
    return sheet.number(place);
  }

  SheetCursor own() {
    return own;
  }

  @Nullable SheetCursor joined(int join) {
    if (!looked[join]) {
      looked[join] = true;
      joined[join] = view.joined(join, this);
    }
    return joined[join];
  }

  long daysSince(long day) {
    return day == NULL ? NULL : at.day() - day;
  }

  public boolean isNull(Slot slot) {
    return slot.read(this) == NULL;
  }

  /** Whether the value is a text of these bytes in UTF-8; cheaper than to read it. */
  public boolean isText(Slot slot, byte[] utf8) {
    long value = slot.read(this);
    return value != NULL && sheet.isText(value, utf8);
  }

  public @Nullable String textOrNull(Slot slot) {
    return text(slot.read(this));
  }

  public @Nullable Integer integerOrNull(Slot slot) {
    long value = slot.read(this);
    return value == NULL ? null : Math.toIntExact(value);
  }

  public @Nullable LocalDate dateOrNull(Slot slot) {
    long value = slot.read(this);
    return value == NULL ? null : LocalDate.ofEpochDay(value);
  }

  @Override
  public @Nullable String textOrNull(String column) {
    return textOrNull(view.labelled(column));
  }

  @Override
  public @Nullable Text translatedOrNull(String column) {
    SheetView.Pair pair = view.text(column);
    return Text.of(textOrNull(pair.first()), textOrNull(pair.second()));
  }

  @Override
  public @Nullable Integer integerOrNull(String column) {
    return integerOrNull(view.labelled(column));
  }

  @Override
  public @Nullable BigDecimal decimalOrNull(String column) {
    String figure = textOrNull(column);
    return figure == null ? null : plain(new BigDecimal(figure));
  }

  @Override
  public @Nullable Boolean boolOrNull(String column) {
    long value = view.labelled(column).read(this);
    return value == NULL ? null : value == 1;
  }

  @Override
  public @Nullable LocalDate dateOrNull(String column) {
    return dateOrNull(view.labelled(column));
  }

  @Override
  public @Nullable PartialDate partialDateOrNull(String column) {
    SheetView.Pair pair = view.date(column);
    return PartialDate.of(dateOrNull(pair.first()), dateOrNull(pair.second()));
  }

  @Override
  public List<@Nullable String> texts(String column) {
    return List.copyOf(list(column));
  }

  @Override
  public List<String> list(String column) {
    String joined = textOrNull(column);
    return joined == null ? List.of() : List.of(joined.split(SheetColumn.SEPARATOR, -1));
  }

  /** No published column is a moment. */
  @Override
  public @Nullable OffsetDateTime momentOrNull(String column) {
    throw new UnsupportedOperationException(column);
  }

  private @Nullable String text(long value) {
    return value == NULL ? null : sheet.text(value);
  }
}

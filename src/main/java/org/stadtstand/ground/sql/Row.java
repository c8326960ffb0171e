package org.stadtstand.ground.sql;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.text.Text;
import org.stadtstand.ground.unit.Unit;
import org.stadtstand.ground.unit.Units;

/**
 * A row read by column name, wherever it comes from. A null in a required column is a bug of ours
 * and fails with the column's name instead of travelling on.
 */
public abstract class Row {

  public int record() {
    return integer("record");
  }

  public String key() {
    return text("key");
  }

  public String text(String column) {
    return required(column, textOrNull(column));
  }

  public abstract @Nullable String textOrNull(String column);

  /** The German and the English text, from two columns. */
  public Text translated(String column) {
    return required(column, translatedOrNull(column));
  }

  public @Nullable Text translatedOrNull(String column) {
    return Text.of(textOrNull(column + "_de"), textOrNull(column + "_en"));
  }

  public @Nullable Unit unitOrNull(String column) {
    String name = textOrNull(column);
    return name == null ? null : Units.of(name);
  }

  public int integer(String column) {
    return required(column, integerOrNull(column));
  }

  public abstract @Nullable Integer integerOrNull(String column);

  public BigDecimal decimal(String column) {
    return required(column, decimalOrNull(column));
  }

  public abstract @Nullable BigDecimal decimalOrNull(String column);

  public boolean bool(String column) {
    return required(column, boolOrNull(column));
  }

  public abstract @Nullable Boolean boolOrNull(String column);

  public LocalDate date(String column) {
    return required(column, dateOrNull(column));
  }

  public abstract @Nullable LocalDate dateOrNull(String column);

  public PartialDate partialDate(String column) {
    return required(column, partialDateOrNull(column));
  }

  public @Nullable PartialDate partialDateOrNull(String column) {
    return PartialDate.of(dateOrNull(column + "_from"), dateOrNull(column + "_to"));
  }

  public <E extends Enum<E>> E choice(Class<E> type, String column) {
    return required(column, choiceOrNull(type, column));
  }

  public <E extends Enum<E>> @Nullable E choiceOrNull(Class<E> type, String column) {
    String name = textOrNull(column);
    return name == null ? null : Enum.valueOf(type, name);
  }

  /** The elements of an array, any of which may be null. */
  public abstract List<@Nullable String> texts(String column);

  public abstract List<String> list(String column);

  public OffsetDateTime moment(String column) {
    return required(column, momentOrNull(column));
  }

  public abstract @Nullable OffsetDateTime momentOrNull(String column);

  /** 20.00 and 20 are the same figure; a negative scale would print as 2E+1. */
  protected static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  static <V> V required(String column, @Nullable V value) {
    if (value == null) {
      throw new IllegalStateException("Column " + column + " is empty but must not be");
    }
    return value;
  }
}

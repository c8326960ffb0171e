package org.stadtstand.ground.sql;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.text.Text;

/**
 * The current row of a result, read by column name. A null in a required column is a bug of ours
 * and fails with the column's name instead of travelling on.
 */
public final class Row {

  private final ResultSet result;

  Row(ResultSet result) {
    this.result = result;
  }

  public int record() {
    return integer("record");
  }

  public String key() {
    return text("key");
  }

  public String text(String column) {
    return required(column, textOrNull(column));
  }

  public @Nullable String textOrNull(String column) {
    return get(column, String.class);
  }

  /** The German and the English text, from two columns. */
  public Text translated(String column) {
    return required(column, translatedOrNull(column));
  }

  public @Nullable Text translatedOrNull(String column) {
    return Text.of(textOrNull(column + "_de"), textOrNull(column + "_en"));
  }

  public int integer(String column) {
    return required(column, integerOrNull(column));
  }

  public @Nullable Integer integerOrNull(String column) {
    try {
      // Not getObject: a count is a bigint, which the driver refuses to narrow.
      int value = result.getInt(column);
      return result.wasNull() ? null : value;
    } catch (SQLException e) {
      throw unreadable(column, e);
    }
  }

  public BigDecimal decimal(String column) {
    return required(column, decimalOrNull(column));
  }

  public @Nullable BigDecimal decimalOrNull(String column) {
    BigDecimal value = get(column, BigDecimal.class);
    return value == null ? null : plain(value);
  }

  public boolean bool(String column) {
    return required(column, boolOrNull(column));
  }

  public @Nullable Boolean boolOrNull(String column) {
    return get(column, Boolean.class);
  }

  public LocalDate date(String column) {
    return required(column, dateOrNull(column));
  }

  public @Nullable LocalDate dateOrNull(String column) {
    return get(column, LocalDate.class);
  }

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
  public List<@Nullable String> texts(String column) {
    try {
      Array array = result.getArray(column);
      return array == null ? List.of() : Arrays.asList((@Nullable String[]) array.getArray());
    } catch (SQLException e) {
      throw unreadable(column, e);
    }
  }

  public List<String> list(String column) {
    try {
      Array array = result.getArray(column);
      return array == null ? List.of() : List.of((String[]) array.getArray());
    } catch (SQLException e) {
      throw unreadable(column, e);
    }
  }

  public OffsetDateTime moment(String column) {
    return required(column, momentOrNull(column));
  }

  public @Nullable OffsetDateTime momentOrNull(String column) {
    return get(column, OffsetDateTime.class);
  }

  private <V> @Nullable V get(String column, Class<V> type) {
    try {
      return result.getObject(column, type);
    } catch (SQLException e) {
      throw unreadable(column, e);
    }
  }

  // 20.00 and 20 are the same figure; a negative scale would print as 2E+1.
  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  static <V> V required(String column, @Nullable V value) {
    if (value == null) {
      throw new IllegalStateException("Column " + column + " is empty but must not be");
    }
    return value;
  }

  private static IllegalStateException unreadable(String column, SQLException cause) {
    return new IllegalStateException("Column " + column + " cannot be read", cause);
  }
}

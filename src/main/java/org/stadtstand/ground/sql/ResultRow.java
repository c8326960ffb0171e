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

/** The current row of a result. */
final class ResultRow extends Row {

  private final ResultSet result;

  ResultRow(ResultSet result) {
    this.result = result;
  }

  @Override
  public @Nullable String textOrNull(String column) {
    return get(column, String.class);
  }

  @Override
  public @Nullable Integer integerOrNull(String column) {
    try {
      // Not getObject: a count is a bigint, which the driver refuses to narrow.
      int value = result.getInt(column);
      return result.wasNull() ? null : value;
    } catch (SQLException e) {
      throw unreadable(column, e);
    }
  }

  @Override
  public @Nullable BigDecimal decimalOrNull(String column) {
    BigDecimal value = get(column, BigDecimal.class);
    return value == null ? null : plain(value);
  }

  @Override
  public @Nullable Boolean boolOrNull(String column) {
    return get(column, Boolean.class);
  }

  @Override
  public @Nullable LocalDate dateOrNull(String column) {
    return get(column, LocalDate.class);
  }

  @Override
  public List<@Nullable String> texts(String column) {
    return Arrays.asList((@Nullable String[]) elements(column));
  }

  @Override
  public List<String> list(String column) {
    return List.of(elements(column));
  }

  @Override
  public @Nullable OffsetDateTime momentOrNull(String column) {
    return get(column, OffsetDateTime.class);
  }

  private String[] elements(String column) {
    try {
      Array array = result.getArray(column);
      return array == null ? new String[0] : (String[]) array.getArray();
    } catch (SQLException e) {
      throw unreadable(column, e);
    }
  }

  private <V> @Nullable V get(String column, Class<V> type) {
    try {
      return result.getObject(column, type);
    } catch (SQLException e) {
      throw unreadable(column, e);
    }
  }

  private static IllegalStateException unreadable(String column, SQLException cause) {
    return new IllegalStateException("Column " + column + " cannot be read", cause);
  }
}

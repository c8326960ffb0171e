package org.stadtstand.graph.analysis;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.PartialDate;

/**
 * A figure over rows. Each is the same on every server: decimal numbers, never floating point, and
 * no rounding but that which is said.
 */
enum Figure {
  COUNT("count", "How many.", Form.COUNT),
  SHARE("share", "The group in per cent of the list.", Form.NUMBER),
  PERCENT("percent", "A part of them in per cent.", Form.NUMBER),
  UNIT("unit", "The unit of all figures; null if there is none, or more than one.", Form.TEXT),
  CURRENCY(
      "currency",
      "The currency of all figures; null if there is none, or more than one.",
      Form.TEXT),
  UNITS("units", "How many units the values have.", Form.COUNT),
  SUM("sum", "The sum; null for shares, which cannot be added.", Form.NUMBER),
  AVG("avg", "The mean, two digits more than the most exact value.", Form.NUMBER),
  MIN("min", "The smallest, or earliest.", Form.VALUE),
  MIN_PRECISION("minPrecision", "How exactly `min` is known.", Form.PRECISION),
  MAX("max", "The largest, or latest.", Form.VALUE),
  MAX_PRECISION("maxPrecision", "How exactly `max` is known.", Form.PRECISION),
  MEDIAN("median", "The middle: of two numbers their mean, of two dates the earlier.", Form.MIDDLE),
  P90("p90", "The smallest value that nine of ten do not exceed.", Form.VALUE),
  DISTINCT_COUNT("distinctCount", "How many different values.", Form.COUNT),
  KNOWN("known", "How many rows have a value.", Form.COUNT),
  MISSING("missing", "How many rows have none.", Form.COUNT),
  WITHHELD("withheld", "How many of `missing` are withheld by law.", Form.COUNT),
  INEXACT("inexact", "How many of `known` are not known exactly.", Form.COUNT);

  /** What a figure is. */
  private enum Form {
    COUNT,
    NUMBER,
    /** One of the values. */
    VALUE,
    /** A value, or between two numbers. */
    MIDDLE,
    TEXT,
    PRECISION
  }

  private final String field;
  private final String description;
  private final Form form;

  Figure(String field, String description, Form form) {
    this.field = field;
    this.description = description;
    this.form = form;
  }

  /** Its name in the API. */
  String field() {
    return field;
  }

  /** The field of the type that has the figures of a kind. */
  String definition(FigureKind kind) {
    return "\"%s\" %s: %s".formatted(description, field, type(kind));
  }

  private String type(FigureKind kind) {
    return switch (form) {
      case COUNT -> "Int!";
      case NUMBER -> "Decimal";
      case VALUE -> kind.valueType();
      case MIDDLE -> kind == FigureKind.DATES ? "Date" : "Decimal";
      case TEXT -> this == CURRENCY ? "Currency" : "String";
      case PRECISION -> "Precision";
    };
  }

  static Optional<Figure> ofField(String field) {
    return Arrays.stream(values()).filter(figure -> figure.field.equals(field)).findFirst();
  }

  /** Whether it is of whole rows, and of no column. */
  boolean isOfRows() {
    return this == COUNT || this == SHARE || this == PERCENT;
  }

  boolean isCount() {
    return form == Form.COUNT;
  }

  /** The figure in a row of the result; null where there is none. */
  @Nullable Object read(ResultSet row, String column, @Nullable FigureKind kind)
      throws SQLException {
    return switch (form) {
      case COUNT -> row.getInt(column);
      case NUMBER -> row.getBigDecimal(column);
      case TEXT -> row.getString(column);
      case PRECISION -> {
        String date = row.getString(column);
        yield date == null ? null : PartialDate.parse(date).precision();
      }
      case MIDDLE, VALUE -> {
        if (kind == FigureKind.DATES) {
          yield row.getObject(column, LocalDate.class);
        }
        BigDecimal number = row.getBigDecimal(column);
        boolean whole = form == Form.VALUE && kind == FigureKind.COUNTS;
        yield number != null && whole ? (Object) number.intValueExact() : number;
      }
    };
  }
}

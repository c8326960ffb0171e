package org.stadtstand.graph.figures;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.text.Text;

/**
 * A figure over rows. Each is the same on every server: decimal numbers, never floating point, and
 * no rounding but that which is said.
 */
public enum Figure {
  COUNT("count", "Anzahl", "count", "How many.", Form.COUNT),
  SHARE(
      "share",
      "Anteil in Prozent",
      "share in per cent",
      "The group in per cent of the list.",
      Form.NUMBER),
  PERCENT("percent", "Prozent", "per cent", "A part of them in per cent.", Form.NUMBER),
  UNIT(
      "unit",
      "Einheit",
      "unit",
      "The unit of all figures; null if there is none, or several that do not convert.",
      Form.TEXT),
  CURRENCY(
      "currency",
      "Währung",
      "currency",
      "The currency of all figures; null if there is none, or more than one.",
      Form.TEXT),
  UNITS(
      "units",
      "Zahl der Einheiten",
      "number of units",
      "How many units the values have.",
      Form.COUNT),
  SUM("sum", "Summe", "sum", "The sum; null for shares, which cannot be added.", Form.NUMBER),
  AVG(
      "avg",
      "Mittelwert",
      "mean",
      "The mean, two digits more than the most exact value.",
      Form.NUMBER),
  MIN("min", "Minimum", "minimum", "The smallest, or earliest.", Form.VALUE),
  MAX("max", "Maximum", "maximum", "The largest, or latest.", Form.VALUE),
  MEDIAN(
      "median",
      "Median",
      "median",
      "The middle: of two numbers their mean, of two dates the earlier.",
      Form.MIDDLE),
  P90(
      "p90",
      "90-Prozent-Wert",
      "ninetieth percentile",
      "The smallest value that nine of ten do not exceed.",
      Form.VALUE),
  DISTINCT_COUNT(
      "distinctCount",
      "verschiedene Werte",
      "different values",
      "How many different values.",
      Form.COUNT),
  KNOWN("known", "mit Angabe", "known", "How many rows have a value.", Form.COUNT),
  MISSING("missing", "ohne Angabe", "missing", "How many rows have none.", Form.COUNT),
  WITHHELD(
      "withheld",
      "gesetzlich zurückgehalten",
      "withheld by law",
      "How many of `missing` are withheld by law.",
      Form.COUNT),
  INEXACT(
      "inexact",
      "nicht genau bekannt",
      "not known exactly",
      "How many of `known` are not known exactly.",
      Form.COUNT);

  /** What stands beside a date. */
  private static final String EXACTNESS =
      """

      "How exactly `%1$s` is known." %1$sPrecision: Precision
      "`%1$s` in words." %1$sLabel("The language." lang: Language): String\
      """;

  /** What a figure is. */
  private enum Form {
    COUNT,
    NUMBER,
    /** One of the values. */
    VALUE,
    /** A value, or between two numbers. */
    MIDDLE,
    TEXT
  }

  private final String field;
  private final Text words;
  private final String description;
  private final Form form;

  Figure(String field, String de, String en, String description, Form form) {
    this.field = field;
    this.words = new Text(de, en);
    this.description = description;
    this.form = form;
  }

  /** Its name in the API. */
  String field() {
    return field;
  }

  /** The fields of the type that has the figures of a kind; a date is not always a day. */
  String definition(FigureKind kind) {
    String definition =
        "\"%s\" %s: %s @called(de: \"%s\", en: \"%s\")"
            .formatted(description, field, type(kind), words.de(), words.in(Language.EN));
    return isDate(kind) ? definition + EXACTNESS.formatted(field) : definition;
  }

  /** Whether it is a date, as exactly as it follows from all dates. */
  boolean isDate(@Nullable FigureKind kind) {
    return kind == FigureKind.DATES && (form == Form.VALUE || form == Form.MIDDLE);
  }

  private String type(FigureKind kind) {
    return switch (form) {
      case COUNT -> "Int!";
      case NUMBER -> "Decimal";
      case VALUE -> kind.valueType();
      case MIDDLE -> kind == FigureKind.DATES ? "Date" : "Decimal";
      case TEXT -> this == CURRENCY ? "Currency" : "String";
    };
  }

  /** The figure of a field, or that which the field stands beside. */
  public static Optional<Figure> ofField(String field) {
    String own = field.replaceFirst("(Precision|Label)$", "");
    return Arrays.stream(values()).filter(figure -> figure.field.equals(own)).findFirst();
  }

  /** Whether it is of whole rows, and of no column. */
  public boolean isOfRows() {
    return this == COUNT || this == SHARE || this == PERCENT;
  }

  public boolean isCount() {
    return form == Form.COUNT;
  }

  /** The figure in a row of the result; null where there is none. */
  @Nullable Object read(ResultSet row, String column, @Nullable FigureKind kind)
      throws SQLException {
    return switch (form) {
      case COUNT -> row.getInt(column);
      case NUMBER -> row.getBigDecimal(column);
      case TEXT -> row.getString(column);
      case MIDDLE, VALUE -> {
        if (kind == FigureKind.DATES) {
          String date = row.getString(column);
          yield date == null ? null : PartialDate.parse(date);
        }
        BigDecimal number = row.getBigDecimal(column);
        boolean whole = form == Form.VALUE && kind == FigureKind.COUNTS;
        yield number != null && whole ? (Object) number.intValueExact() : number;
      }
    };
  }
}

package org.stadtstand.graph.figures;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.record.listing.FilterField;
import org.stadtstand.record.listing.Hits;

/**
 * The SQL of figures over the rows that were found. Gaps: {@code {v}} the value, {@code {u}} its
 * unit, {@code {m}} what that measures, {@code {x}} how many of the smallest unit of its measure it
 * is, {@code {f}} the filter as a clause and {@code {and}} as a part of one.
 */
public final class FigureSql {

  /** Of two percentages nobody knows what they are percentages of. */
  private static final String ADDABLE = " and min({m}){f} !~ '^(share|points)( |$)'";

  /** A unit that is not in the list measures itself. */
  private static final String MEASURE =
      "coalesce((select one.measure from unit one where one.name = %1$s), lower(%1$s))";

  private static final String FACTOR =
      "coalesce((select one.factor from unit one where one.name = %1$s), 1)";

  /** The smallest, in which no value needs a fraction that it has not. */
  private static final String SMALLEST = "(array_agg({u} order by {x}, {u}){f})[1]";

  private static final String MEAN_DIGITS = "max(scale(trim_scale({v}))){f} + 2";

  private static final String LOWER_MIDDLE = "percentile_disc(0.5) within group (order by {v}){f}";

  private static final String UPPER_MIDDLE =
      "percentile_disc(0.5) within group (order by {v} desc){f}";

  /** Arrays of different length cannot be put together to one, other than as JSON. */
  private static final String DIFFERENT =
      """
      (select count(distinct one) from jsonb_array_elements(
        jsonb_agg({v}) filter (where cardinality({v}) > 0{and})) each_row(several),
        jsonb_array_elements(several) each_value(one))\
      """;

  private final Hits hits;

  public FigureSql(Hits hits) {
    this.hits = hits;
  }

  public String of(AskedFigure asked) {
    String fits = asked.filter().isEmpty() ? null : hits.fits(asked.filter());
    FigureColumn column = asked.column();
    if (column != null) {
      return of(asked.figure(), column, fits);
    }
    String count = hits.count(clause(fits));
    if (asked.figure() == Figure.COUNT) {
      return count;
    }
    String of = asked.of().isEmpty() ? null : hits.fits(asked.of());
    String both = Stream.of(fits, of).filter(Objects::nonNull).collect(Collectors.joining(" and "));
    return "trim_scale(round(100.0 * %s / nullif(%s, 0), 2))"
        .formatted(hits.count(clause(both.isEmpty() ? null : both)), hits.count(clause(of)));
  }

  private static String clause(@Nullable String fits) {
    return fits == null ? "" : " filter (where " + fits + ")";
  }

  private String of(Figure figure, FigureColumn column, @Nullable String fits) {
    FilterField.Value value = column.value();
    if (column.isMany()) {
      return new Template(ofSeveral(figure)).withAny(gaps(column, fits)).sql();
    }
    String sql =
        switch (figure) {
          case DISTINCT_COUNT ->
              value.unit() == null
                  ? "count(distinct {v}){f}"
                  : "count(distinct ({v}, {u})) filter (where {v} is not null{and})";
          case KNOWN -> "count({v}){f}";
          case MISSING -> "count(*){f} - count({v}){f}";
          case WITHHELD -> "count(*) filter (where {w}{and})";
          case INEXACT -> inexact(column);
          case UNITS -> "count(distinct {u}){f}";
          case UNIT -> "case when min({m}){f} = max({m}){f} then nullif(" + SMALLEST + ", '') end";
          case CURRENCY -> ofOneCurrency("nullif(min({u}){f}, '')");
          default -> ofValues(figure, column);
        };
    Template template = new Template(sql).withAny(gaps(column, fits));
    return column.kind() == FigureKind.NUMBERS && !figure.isCount()
        ? template.withAny(measures(column.value())).sql()
        : template.sql();
  }

  /** Of rows that have several values each: a row without any has none. */
  private static String ofSeveral(Figure figure) {
    return switch (figure) {
      case DISTINCT_COUNT -> DIFFERENT;
      case KNOWN -> "count(*) filter (where cardinality({v}) > 0{and})";
      case MISSING -> "count(*){f} - count(*) filter (where cardinality({v}) > 0{and})";
      case WITHHELD -> "count(*) filter (where {w}{and})";
      default -> throw new IllegalStateException(figure + " is no figure of several values");
    };
  }

  private Map<String, String> gaps(FigureColumn column, @Nullable String fits) {
    FilterField.Value value = column.value();
    return Map.of(
        "v",
        column.in(hits),
        "e",
        column.kind() == FigureKind.DATES ? hits.value(value.more()) : "",
        "u",
        value.unit() == null ? "" : hits.value(unit(value)),
        "w",
        value.withheld() == null ? "false" : hits.value(value.withheld()),
        "i",
        value.inexact() == null ? "" : hits.value(value.inexact()),
        "f",
        clause(fits),
        "and",
        fits == null ? "" : " and " + fits);
  }

  private Map<String, String> measures(FilterField.Value value) {
    String unit = unit(value);
    return Map.of(
        "m",
        hits.value(MEASURE.formatted(unit)),
        "x",
        hits.value(
            "case when %s is not null then %s end".formatted(value.sql(), FACTOR.formatted(unit))));
  }

  /** Of values that are there; values without a unit have one of their own. */
  private static String unit(FilterField.Value value) {
    return "case when %s is not null then coalesce(%s, '') end"
        .formatted(value.sql(), value.unit());
  }

  private static String inexact(FigureColumn column) {
    if (column.kind() == FigureKind.DATES) {
      return "count(*) filter (where {e} < {v}{and})";
    }
    return column.value().inexact() == null
        ? "0"
        : "count(*) filter (where {v} is not null and {i}{and})";
  }

  private static String ofOneCurrency(String figure) {
    return "case when min({u}){f} = max({u}){f} then " + figure + " end";
  }

  /**
   * In the one unit there is or, if there are several that convert, in the smallest of them. Few
   * ratios are no finite decimal number, such as that of a megajoule and a watt-hour.
   */
  private static String ofUnits(Figure figure) {
    String plain = plain(figure, FigureKind.NUMBERS);
    String converted =
        figure == Figure.AVG
            ? "round(round(avg({v} * {x}){f}, 40) / min({x}){f}, " + MEAN_DIGITS + ")"
            : "round(round(" + plain.replace("{v}", "({v}) * {x}") + ", 40) / min({x}){f}, 20)";
    return """
    case when min({m}){f} = max({m}){f}%s then
      case when min({u}){f} = max({u}){f} then %s else %s end end\
    """
        .formatted(figure == Figure.SUM ? ADDABLE : "", trimmed(plain), trimmed(converted));
  }

  private static String trimmed(String number) {
    return "trim_scale((" + number + ")::numeric)";
  }

  private static String ofValues(Figure figure, FigureColumn column) {
    FigureKind kind = column.kind();
    if (kind == FigureKind.DATES) {
      String latest = figure == Figure.MEDIAN ? LOWER_MIDDLE : plain(figure, kind);
      // A row that is known less exactly can lie before the one whose latest day this is.
      return latest.replace("{v}", "{e}") + " || '/' || " + latest;
    }
    if (kind == FigureKind.NUMBERS && column.value().unit() != null) {
      return ofUnits(figure);
    }
    String trimmed = trimmed(plain(figure, kind));
    return column.value().unit() == null ? trimmed : ofOneCurrency(trimmed);
  }

  private static String plain(Figure figure, FigureKind kind) {
    return switch (figure) {
      case SUM -> "sum({v}){f}";
      case AVG ->
          kind == FigureKind.NUMBERS
              ? "round(avg({v}){f}, " + MEAN_DIGITS + ")"
              : "round(avg({v}){f}, 2)";
      case MIN -> "min({v}){f}";
      case MAX -> "max({v}){f}";
      case P90 -> "percentile_disc(0.9) within group (order by {v}){f}";
      // Not percentile_cont, which computes in floating point.
      case MEDIAN -> "(" + LOWER_MIDDLE + "::numeric + " + UPPER_MIDDLE + "::numeric) * 0.5";
      default -> throw new IllegalStateException(figure + " is no figure of values");
    };
  }
}

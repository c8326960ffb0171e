package org.stadtstand.graph.figures;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.record.listing.FilterField;
import org.stadtstand.record.listing.Hits;

/**
 * The SQL of figures over the rows that were found. Gaps: {@code {v}} the value, {@code {u}} its
 * unit, {@code {f}} the filter as a clause and {@code {and}} as a part of one.
 */
public final class FigureSql {

  /** Of two percentages nobody knows what they are percentages of. */
  private static final String SHARES = "array['Prozent', '%', 'Prozentpunkte', 'Promille']";

  private static final String LOWER_MIDDLE = "percentile_disc(0.5) within group (order by {v}){f}";

  private static final String UPPER_MIDDLE =
      "percentile_disc(0.5) within group (order by {v} desc){f}";

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
    String count = "count(*)" + clause(fits);
    if (asked.figure() == Figure.COUNT) {
      return count;
    }
    String of = asked.of().isEmpty() ? null : hits.fits(asked.of());
    return "trim_scale(round(100.0 * count(*)%s / nullif(count(*)%s, 0), 2))"
        .formatted(clause(fits == null || of == null ? fits : fits + " and " + of), clause(of));
  }

  private static String clause(@Nullable String fits) {
    return fits == null ? "" : " filter (where " + fits + ")";
  }

  private String of(Figure figure, FigureColumn column, @Nullable String fits) {
    FilterField.Value value = column.value();
    String sql =
        switch (figure) {
          case DISTINCT_COUNT ->
              value.unit() == null
                  ? "count(distinct {v}){f}"
                  : "count(distinct ({v}, {u})) filter (where {v} is not null{and})";
          case KNOWN -> "count({v}){f}";
          case MISSING -> "count(*){f} - count({v}){f}";
          case WITHHELD -> value.withheld() == null ? "0" : "count(*) filter (where {w}{and})";
          case INEXACT -> inexact(column);
          case UNITS -> "count(distinct {u}){f}";
          case UNIT, CURRENCY -> ofOneUnit("nullif(min({u}){f}, '')", "");
          default -> ofValues(figure, column);
        };
    return new Template(sql).withAny(gaps(column, fits)).sql();
  }

  private Map<String, String> gaps(FigureColumn column, @Nullable String fits) {
    FilterField.Value value = column.value();
    return Map.of(
        "v",
        hits.value(value.sql()),
        "e",
        column.kind() == FigureKind.DATES ? hits.value(value.more()) : "",
        "u",
        value.unit() == null ? "" : hits.value(unit(value)),
        "w",
        value.withheld() == null ? "" : hits.value(value.withheld()),
        "i",
        value.inexact() == null ? "" : hits.value(value.inexact()),
        "f",
        clause(fits),
        "and",
        fits == null ? "" : " and " + fits);
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

  private static String ofOneUnit(String figure, String also) {
    return "case when min({u}){f} = max({u}){f}" + also + " then " + figure + " end";
  }

  private static String ofValues(Figure figure, FigureColumn column) {
    FigureKind kind = column.kind();
    if (kind == FigureKind.DATES) {
      String latest = figure == Figure.MEDIAN ? LOWER_MIDDLE : plain(figure, kind);
      // A row that is known less exactly can lie before the one whose latest day this is.
      return latest.replace("{v}", "{e}") + " || '/' || " + latest;
    }
    String trimmed = "trim_scale((" + plain(figure, kind) + ")::numeric)";
    String added =
        figure == Figure.SUM && kind == FigureKind.NUMBERS
            ? " and min({u}){f} <> all (" + SHARES + ")"
            : "";
    return column.value().unit() == null ? trimmed : ofOneUnit(trimmed, added);
  }

  private static String plain(Figure figure, FigureKind kind) {
    return switch (figure) {
      case SUM -> "sum({v}){f}";
      case AVG ->
          kind == FigureKind.NUMBERS
              ? "round(avg({v}){f}, max(scale(trim_scale({v}))){f} + 2)"
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

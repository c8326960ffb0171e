package org.stadtstand.graph.figures;

import static org.stadtstand.graph.figures.Figure.AVG;
import static org.stadtstand.graph.figures.Figure.CURRENCY;
import static org.stadtstand.graph.figures.Figure.DISTINCT_COUNT;
import static org.stadtstand.graph.figures.Figure.INEXACT;
import static org.stadtstand.graph.figures.Figure.KNOWN;
import static org.stadtstand.graph.figures.Figure.MAX;
import static org.stadtstand.graph.figures.Figure.MEDIAN;
import static org.stadtstand.graph.figures.Figure.MIN;
import static org.stadtstand.graph.figures.Figure.MISSING;
import static org.stadtstand.graph.figures.Figure.P90;
import static org.stadtstand.graph.figures.Figure.SUM;
import static org.stadtstand.graph.figures.Figure.UNIT;
import static org.stadtstand.graph.figures.Figure.UNITS;
import static org.stadtstand.graph.figures.Figure.WITHHELD;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stadtstand.record.listing.FilterField;

/** What can be said of a column's values together: a type of the API, and the figures it has. */
public enum FigureKind {
  VALUES("ValueAggregates", "What can be said of choices, references and words.", ""),
  COUNTS(
      "IntAggregates",
      "What can be said of whole numbers; null where no row has one.",
      "Int",
      SUM,
      AVG,
      MIN,
      MAX,
      MEDIAN,
      P90),
  NUMBERS(
      "DecimalAggregates",
      "What can be said of numbers: in the smallest of their units if these convert; all but the"
          + " counts are null if they do not.",
      "Decimal",
      UNIT,
      UNITS,
      SUM,
      AVG,
      MIN,
      MAX,
      MEDIAN,
      P90),
  AMOUNTS(
      "MoneyAggregates",
      "What can be said of amounts; all but the counts are null if they have several currencies.",
      "Decimal",
      CURRENCY,
      SUM,
      AVG,
      MIN,
      MAX,
      MEDIAN,
      P90),
  DATES(
      "DateAggregates",
      "What can be said of dates. Each counts from its latest day; a figure is as exact as all of"
          + " them allow: it cannot lie before the same figure of their earliest days.",
      "Date",
      MIN,
      MAX,
      MEDIAN);

  private final String typeName;
  private final String description;
  private final String valueType;
  private final List<Figure> figures;

  FigureKind(String typeName, String description, String valueType, Figure... own) {
    this.typeName = typeName;
    this.description = description;
    this.valueType = valueType;
    Stream<Figure> common = Stream.of(DISTINCT_COUNT, KNOWN, MISSING, WITHHELD);
    Stream<Figure> exact = own.length == 0 ? Stream.of() : Stream.of(INEXACT);
    this.figures = Stream.of(Stream.of(own), common, exact).flatMap(figures -> figures).toList();
  }

  static FigureKind of(FilterField.Kind kind) {
    return switch (kind) {
      case CHOICE, FLAG, REFERENCE, SUBJECT, WORD, WORDS -> VALUES;
      case DATE -> DATES;
      case INTEGER -> COUNTS;
      case DECIMAL -> NUMBERS;
      case MONEY -> AMOUNTS;
    };
  }

  String typeName() {
    return typeName;
  }

  /** The API's type of one value. */
  String valueType() {
    return valueType;
  }

  public List<Figure> figures() {
    return figures;
  }

  /** The type as the schema defines it. */
  String definition() {
    return figures.stream()
        .map(figure -> figure.definition(this))
        .collect(
            Collectors.joining(
                "\n", "\"%s\"\ntype %s {\n".formatted(description, typeName), "\n}\n"));
  }
}

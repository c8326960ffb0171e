package org.stadtstand.graph.series;

import java.util.List;
import java.util.Map;
import org.stadtstand.graph.figures.FigureColumn;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.record.listing.FilterField;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.ListedTypes;

/**
 * What series add to the lists of a type, as the schema has it.
 *
 * @param choices of which a record has no value before its first event
 */
record SeriesTypes(String typeName, List<String> choices) {

  static final String SHARED =
      """
      "On which days a series shows its list."
      enum SeriesStep {
        "The first, the last days of months, and the last." MONTH
        "The first, the last days of quarters, and the last." QUARTER
        "The first, the last days of years, and the last." YEAR
        "Those that releases stand for." RELEASE
      }
      "In which state of knowledge a series shows each day."
      enum SeriesAxis {
        "That of the list." ON
        "That of the day; of a release, its own." KNOWN
      }
      """;

  private static final String FIELDS =
      """
      extend type {type}Connection {
        "The same list on many days, at most 400, without pages. BAD_ARGUMENT for days after that of the list."
        series("First day." from: Date!, "Last day; that of the list if left out." to: Date, "Which days." every: SeriesStep! = MONTH, "As known when." axis: SeriesAxis! = ON): [{type}Connection!]! @called(de: "Tage", en: "days")
        "The day of the list; null if several municipalities have several." on: Date @called(de: "Tag", en: "day")
        "The release of the list; null before the first, and for several municipalities." release: Release @called(de: "Stand", en: "release")
        "How many rows there are without its filter." listed: Int! @called(de: "auf der Liste", en: "listed")
        "{begun}" begun: Int! @called(de: "davon begonnen", en: "of these begun")
      }
      """;

  static SeriesTypes of(ListedType<?> type, ListedTypes types) {
    List<FigureColumn> choices =
        FigureColumn.of(type, types).stream()
            .filter(FigureColumn::isDerived)
            .filter(column -> column.value().kind() == FilterField.Kind.CHOICE)
            .toList();
    return new SeriesTypes(
        type.typeName(),
        choices.stream()
            .filter(column -> period(column).equals(period(choices.getFirst())))
            .map(FigureColumn::name)
            .toList());
  }

  /** The period that has the value: a project with nothing but a priority has not begun. */
  private static String period(FigureColumn column) {
    return column.value().sql().replaceFirst("}.*", "");
  }

  /** The filter of those of which something was recorded; nothing happens to some types at all. */
  Map<String, Object> begun() {
    return choices.isEmpty()
        ? Map.of()
        : Map.of(
            "or", choices.stream().map(name -> Map.of(name, Map.of("isNull", false))).toList());
  }

  String definitions() {
    String begun =
        choices.isEmpty()
            ? "As `listed`."
            : "How many of `listed` had begun, so that there is a value of `%s`."
                .formatted(String.join("` or `", choices));
    return new Template(FIELDS).withAny(Map.of("type", typeName, "begun", begun)).sql();
  }
}

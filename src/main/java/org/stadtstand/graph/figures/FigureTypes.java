package org.stadtstand.graph.figures;

import java.util.List;
import java.util.stream.Collectors;
import org.stadtstand.ground.sql.Template;

/** The types and fields by which figures of one type's lists are asked, as the schema has them. */
public record FigureTypes(String typeName, List<FigureColumn> columns) {

  private static final String FIGURES =
      """
      "How many rows fit."
      count("Only those that fit; all if left out." filter: {type}Filter): Int! @called(de: "Anzahl", en: "count")
      "Those that fit both, in per cent of those that fit `of`, two digits; null if none do."
      percent("The part." filter: {type}Filter!, "The hundred per cent; all if left out." of: {type}Filter): Decimal @called(de: "Prozent", en: "per cent")
      "Figures of their columns."
      aggregates("Only of those that fit; of all if left out." filter: {type}Filter): {type}Aggregates! @called(de: "Kennzahlen", en: "figures")
      """;

  private static final String TYPES =
      """
      extend type {type}Connection {
      {figures}
      }
      "Figures over {type} records, a field for each column; what it can do follows from its kind."
      type {type}Aggregates {
      {columns}
      }
      """;

  String definitions() {
    return filled(TYPES);
  }

  private String filled(String text) {
    return new Template(text)
        .withAny(
            java.util.Map.of(
                "type",
                typeName,
                "figures",
                figures(typeName),
                "columns",
                columns.stream().map(FigureTypes::aggregates).collect(Collectors.joining("\n"))))
        .sql();
  }

  /** The fields of everything that can be counted. */
  public static String figures(String typeName) {
    return new Template(FIGURES).with("type", typeName).sql();
  }

  private static String aggregates(FigureColumn column) {
    return "\"Of `%1$s`.\" %1$s: %2$s!".formatted(column.name(), column.kind().typeName());
  }
}

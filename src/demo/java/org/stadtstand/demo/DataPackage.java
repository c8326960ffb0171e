package org.stadtstand.demo;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The {@code datapackage.json} of a release. It declares foreign keys only to full lists in the
 * same folder, because a reference to an earlier release cannot be checked from one folder alone.
 */
final class DataPackage {

  private static final String KEY = "^[a-z0-9][a-z0-9._-]{0,79}$";
  private static final String PARTIAL =
      "^[0-9]{4}(-(Q[1-4]|(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?))?$";

  private final City city;
  private final int tick;

  DataPackage(City city, int tick) {
    this.city = city;
    this.tick = tick;
  }

  String text(List<TableShape> tables) {
    String resources =
        tables.stream()
            .map(table -> resource(table, tables))
            .collect(Collectors.joining(",\n    "));
    return Texts.read("datapackage.json")
        .replace("{city}", city.name())
        .replace("{key}", city.key())
        .replace("{report}", city.timeline().report(tick))
        .replace("{standsFor}", city.timeline().standsFor(tick).toString())
        .replace("{reason}", reason())
        .replace("{revokes}", tick == Timeline.REVOKING ? ", \"revokes\": " + tick : "")
        .replace("{resources}", resources);
  }

  private String reason() {
    return switch (tick) {
      case 0 -> "Erster Stand: Projekte, Leistungen und Ziele der Digitalstrategie.";
      case Timeline.MISTAKEN ->
          "Sammeleinspielung der Ämterlisten mit geplanten Enden und Zuständigkeiten.";
      case Timeline.REVOKING ->
          "Nimmt die Sammeleinspielung zurück: Das Tiefbauamt hatte das Ende des Haushaltsjahres"
              + " als geplantes Projektende und sich selbst als federführendes Amt eingetragen.";
      case Timeline.REVOKING + 1 ->
          "Halbjahresbericht; holt nach, was seit dem 31.12.2022 geschehen ist.";
      default -> "Halbjahresbericht mit Statuswechseln, Terminen und Messwerten.";
    };
  }

  private static String resource(TableShape table, List<TableShape> tables) {
    String fields =
        table.fields().stream()
            .map(DataPackage::field)
            .collect(Collectors.joining(",\n      ", "[\n      ", "]"));
    String primary =
        table.primaryKey().isEmpty() ? "" : ", \"primaryKey\": " + names(table.primaryKey());
    String foreign =
        table.fields().stream()
            .flatMap(field -> foreignKey(field, tables))
            .collect(Collectors.joining(", "));
    return """
    {"name": "%s", "path": "%s.csv", "profile": "tabular-data-resource", "format": "csv", \
    "encoding": "utf-8", "dialect": {"delimiter": ","}, "schema": {"fields": %s%s%s}}\
    """
        .formatted(
            table.name(),
            table.name(),
            fields,
            primary,
            foreign.isEmpty() ? "" : ", \"foreignKeys\": [" + foreign + "]");
  }

  private static String names(List<String> columns) {
    return columns.size() == 1
        ? "\"" + columns.getFirst() + "\""
        : columns.stream().collect(Collectors.joining("\", \"", "[\"", "\"]"));
  }

  private static String field(TableShape.Field field) {
    List<String> constraints =
        Stream.of(field.required() ? "\"required\": true" : "", constraint(field.type()))
            .filter(text -> !text.isEmpty())
            .toList();
    String end =
        constraints.isEmpty() ? "" : ", \"constraints\": {" + String.join(", ", constraints) + "}";
    return "{\"name\": \"%s\", \"type\": \"%s\"%s}"
        .formatted(field.name(), type(field.type()), end);
  }

  private static String type(String type) {
    return switch (type) {
      case "integer", "number", "boolean", "date" -> type;
      default -> "string";
    };
  }

  private static String constraint(String type) {
    return switch (type) {
      case "key" -> pattern(KEY);
      case "pdate" -> pattern(PARTIAL);
      case "digits8" -> pattern("^[0-9]{8}$");
      case "digits12" -> pattern("^[0-9]{12}$");
      case "any" -> pattern("^[a-z_]+:[a-z0-9][a-z0-9._-]{0,79}$");
      case "string", "list", "integer", "number", "boolean", "date" -> "";
      default ->
          type.startsWith(">")
              ? pattern(KEY)
              : "\"enum\": [\"" + type.replace("|", "\", \"") + "\"]";
    };
  }

  private static String pattern(String pattern) {
    return "\"pattern\": \"" + pattern + "\"";
  }

  private static Stream<String> foreignKey(TableShape.Field field, List<TableShape> tables) {
    String other = field.type().startsWith(">") ? field.type().substring(1) : "";
    boolean here = tables.stream().anyMatch(t -> t.fullList() && t.name().equals(other));
    return here
        ? Stream.of(
            "{\"fields\": \"%s\", \"reference\": {\"resource\": \"%s\", \"fields\": \"key\"}}"
                .formatted(field.name(), other))
        : Stream.empty();
  }
}

package org.stadtstand.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A table whose rows are written by hand under {@code demo/tables}, each with the number of the
 * release that first brings it. In a full list a later row replaces the one with the same key.
 */
final class ScriptedTable implements Part {

  private static final Map<String, List<Map<String, String>>> READ = new ConcurrentHashMap<>();

  private final City city;
  private final TableShape shape;
  private final List<Map<String, String>> rows;

  ScriptedTable(City city, String table) {
    this.city = city;
    this.shape = Objects.requireNonNull(TableShape.ALL.get(table));
    this.rows = READ.computeIfAbsent(table, name -> Texts.rows("tables/" + name + ".csv"));
  }

  @Override
  public void write(int tick, GeneratedDelivery out) {
    if (shape.fullList()) {
      state(city.timeline().stateOf(tick)).values().forEach(row -> out.add(shape.name(), row));
      return;
    }
    rows.stream()
        .filter(row -> since(row) == tick)
        .forEach(row -> out.add(shape.name(), row(row, false)));
  }

  private Map<String, GeneratedRow> state(int tick) {
    Map<String, GeneratedRow> state = new LinkedHashMap<>();
    for (Map<String, String> row : rows) {
      if (since(row) <= tick) {
        state.put(shape.primaryKey().stream().map(row::get).toList().toString(), row(row, true));
      }
    }
    return state;
  }

  private GeneratedRow row(Map<String, String> cells, boolean dated) {
    GeneratedRow row = new GeneratedRow(new LinkedHashMap<>());
    cells.forEach(
        (column, value) -> {
          if (!column.equals("release")) {
            row.with(column, city.name(value));
          }
        });
    // A full list repeats old rows, which must not be attributed to the newest report.
    return dated && row.get("source").isEmpty()
        ? row.with("source", city.timeline().report(since(cells)))
        : row;
  }

  private static int since(Map<String, String> row) {
    return Integer.parseInt(row.getOrDefault("release", "1")) - 1;
  }
}

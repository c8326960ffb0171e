package org.stadtstand.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows by table and key after reading the releases of a folder in order. */
final class DeliveredState {

  final Map<String, Map<String, Map<String, String>>> tables = new LinkedHashMap<>();

  static List<Path> releases(Path city) throws IOException {
    try (Stream<Path> folders = Files.list(city)) {
      return folders.sorted().toList();
    }
  }

  static DeliveredState after(List<Path> releases) throws IOException {
    DeliveredState state = new DeliveredState();
    for (Path release : releases) {
      state.deliver(release);
    }
    return state;
  }

  Map<String, Map<String, String>> table(String name) {
    return tables.getOrDefault(name, Map.of());
  }

  /** Withdrawals come last, so that everything about a withdrawn row is gone too. */
  private void deliver(Path release) throws IOException {
    for (TableShape shape : TableShape.ALL.values()) {
      Path file = release.resolve(shape.name() + ".csv");
      if (Files.exists(file) && !shape.name().equals("withdrawals")) {
        Map<String, Map<String, String>> rows = rows(file, shape);
        if (shape.fullList()) {
          tables.put(shape.name(), rows);
        } else {
          tables.computeIfAbsent(shape.name(), name -> new LinkedHashMap<>()).putAll(rows);
        }
      }
    }
    for (Map<String, String> gone : read(release.resolve("withdrawals.csv"))) {
      table(gone.getOrDefault("table", "")).remove(gone.getOrDefault("key", ""));
    }
  }

  private static Map<String, Map<String, String>> rows(Path file, TableShape shape)
      throws IOException {
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    for (Map<String, String> row : read(file)) {
      String key =
          shape.primaryKey().stream()
              .map(column -> row.getOrDefault(column, ""))
              .collect(Collectors.joining("~"));
      if (rows.put(key, row) != null) {
        throw new IllegalStateException(file + " has " + key + " twice");
      }
    }
    return rows;
  }

  static List<Map<String, String>> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      return rows.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
    }
  }
}

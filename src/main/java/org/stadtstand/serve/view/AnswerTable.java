package org.stadtstand.serve.view;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer as a table for people: exactly the rows and columns of its CSV file or, if the answer
 * is no table, each value with the path that leads to it.
 *
 * @param cut how many rows are left out here; the file contains them
 */
record AnswerTable(List<String> heads, List<Line> lines, int cut) {

  private static final int LINES = 1_000;

  /** A row with its first cell as heading. */
  record Line(String first, List<String> rest) {}

  static AnswerTable ofCsv(byte[] csv) {
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().ofCsvRecord(new ByteArrayInputStream(csv))) {
      reader.forEach(row -> rows.add(row.getFields()));
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot be read", e);
    }
    List<String> heads = rows.isEmpty() ? List.of() : rows.removeFirst();
    return new AnswerTable(heads, lines(rows), Math.max(0, rows.size() - LINES));
  }

  static AnswerTable ofPaths(@Nullable Object data) {
    List<List<String>> rows = new ArrayList<>();
    collect("", data, rows);
    return new AnswerTable(List.of("Feld", "Wert"), lines(rows), Math.max(0, rows.size() - LINES));
  }

  private static List<Line> lines(List<List<String>> rows) {
    return rows.stream()
        .limit(LINES)
        .map(row -> new Line(row.getFirst(), row.subList(1, row.size())))
        .toList();
  }

  private static void collect(String path, @Nullable Object value, List<List<String>> rows) {
    switch (value) {
      case Map<?, ?> members when !members.isEmpty() ->
          members.forEach(
              (name, inner) ->
                  collect(path.isEmpty() ? "" + name : path + "." + name, inner, rows));
      case List<?> elements when !elements.isEmpty() -> {
        for (int i = 0; i < elements.size(); i++) {
          collect(path + "[" + (i + 1) + "]", elements.get(i), rows);
        }
      }
      case Map<?, ?> none -> rows.add(List.of(path, ""));
      case List<?> none -> rows.add(List.of(path, ""));
      case null -> rows.add(List.of(path, ""));
      default -> rows.add(List.of(path, value.toString()));
    }
  }
}

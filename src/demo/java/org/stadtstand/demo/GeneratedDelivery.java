package org.stadtstand.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The package of one release while it is being written. A full list identical to its last delivery
 * is dropped again, because a missing table means it is unchanged.
 */
final class GeneratedDelivery implements AutoCloseable {

  private final Path folder;
  private final Map<String, String> delivered;
  private final Map<String, CsvFile> files = new LinkedHashMap<>();
  private final List<TableShape> kept = new ArrayList<>();
  private long rows;

  /** {@code delivered} holds the digest of each table's last delivery, across releases. */
  GeneratedDelivery(Path folder, Map<String, String> delivered) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.delivered = delivered;
  }

  void add(String table, GeneratedRow row) {
    files.computeIfAbsent(table, this::open).write(row);
  }

  /** Withdraws a row; without an entry in this table it would count as missing. */
  void withdraw(String table, String key, String reason) {
    add("withdrawals", GeneratedRow.of("table", table).with("key", key).with("reason", reason));
  }

  private CsvFile open(String table) {
    try {
      return new CsvFile(folder.resolve(table + ".csv"), shape(table).header());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TableShape shape(String table) {
    TableShape shape = TableShape.ALL.get(table);
    if (shape == null) {
      throw new IllegalStateException("No table " + table);
    }
    return shape;
  }

  long rows() {
    return rows;
  }

  /** The tables that stay in the package, in the order of the contract; known once closed. */
  List<TableShape> kept() {
    return kept;
  }

  @Override
  public void close() throws IOException {
    for (TableShape shape : TableShape.ALL.values()) {
      CsvFile file = files.get(shape.name());
      if (file == null) {
        continue;
      }
      file.close();
      String digest = file.digest();
      if (shape.fullList() && digest.equals(delivered.put(shape.name(), digest))) {
        file.delete();
      } else {
        kept.add(shape);
        rows += file.rows();
      }
    }
  }
}

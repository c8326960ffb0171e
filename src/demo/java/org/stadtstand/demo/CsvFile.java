package org.stadtstand.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A CSV file written row by row; its digest shows whether a table is unchanged. */
final class CsvFile implements AutoCloseable {

  private final Path path;
  private final MessageDigest digest;
  private final CsvWriter writer;
  private final Map<String, Integer> position = new HashMap<>();
  private long rows;

  CsvFile(Path path, List<String> header) throws IOException {
    this.path = path;
    this.digest = sha256();
    OutputStream out = new DigestOutputStream(Files.newOutputStream(path), digest);
    this.writer =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    for (String column : header) {
      position.put(column, position.size());
    }
    writer.writeRecord(header);
  }

  void write(GeneratedRow row) {
    String[] cells = new String[position.size()];
    row.values()
        .forEach(
            (column, value) -> {
              Integer at = position.get(column);
              if (at == null) {
                throw new IllegalStateException(path + " has no column " + column);
              }
              cells[at] = value;
            });
    writer.writeRecord(cells);
    rows++;
  }

  long rows() {
    return rows;
  }

  /** The digest of all bytes; complete once the file is closed. */
  String digest() {
    return HexFormat.of().formatHex(digest.digest());
  }

  void delete() throws IOException {
    Files.delete(path);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

package org.stadtstand.serve.bulk;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HexFormat;
import org.stadtstand.serve.format.Representation;

/**
 * A file below {@code /data} as a catalogue describes it.
 *
 * @param name the last segment of its lasting address
 * @param sha256 in hexadecimal digits
 * @param rows whether there is more in it than one line
 */
public record DataFile(String name, long bytes, String sha256, boolean rows) {

  static DataFile of(String name, Representation.Stored file) throws IOException {
    return new DataFile(
        name, file.length(), HexFormat.of().formatHex(file.sha256()), !isHeader(name, file));
  }

  private static boolean isHeader(String name, Representation.Stored file) throws IOException {
    if (!name.endsWith(".csv")) {
      return false;
    }
    try (BufferedReader lines = Files.newBufferedReader(file.path())) {
      lines.readLine();
      return lines.read() < 0;
    }
  }
}

package org.stadtstand.ground.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The output of the embedded PostgreSQL, in a file that does not grow forever. */
final class ServerLog {

  private static final long LONGEST_BYTES = 1_000_000;
  private static final int LAST_LINES = 5;

  private ServerLog() {}

  static void shorten(Path file) throws IOException {
    if (Files.exists(file) && Files.size(file) > LONGEST_BYTES) {
      Path earlier = file.resolveSibling(file.getFileName() + ".1");
      Files.move(file, earlier, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  static String lastWords(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      return String.join(
          " / ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    } catch (IOException unreadable) {
      return "none.";
    }
  }
}

package org.stadtstand.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of exchanges on one subject.
 *
 * @param note what stands above the first one
 */
record Recording(Path file, String note, List<RecordedExchange> exchanges) {

  private static final Path FOLDER = Path.of("src/test/resources/replay");

  /** In the order in which they are replayed: what is kept in memory shows in later answers. */
  static List<Recording> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".http"))
          .sorted()
          .map(Recording::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Recording read(Path file) {
    try {
      String[] parts = Files.readString(file).split("(?m)^### ");
      List<RecordedExchange> exchanges =
          Arrays.stream(parts).skip(1).map(RecordedExchange::parse).toList();
      return new Recording(file, parts[0], exchanges);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String write(List<String> responses) {
    StringBuilder text = new StringBuilder(note);
    for (int at = 0; at < exchanges.size(); at++) {
      text.append(at == 0 ? "" : "\n").append(exchanges.get(at).write(responses.get(at)));
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return file.getFileName().toString();
  }
}

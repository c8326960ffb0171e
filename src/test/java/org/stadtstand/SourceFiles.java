package org.stadtstand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Java files of this project, for the tests that examine the source itself. */
final class SourceFiles {

  private SourceFiles() {}

  static List<Path> main() {
    return below(Path.of("src/main/java"));
  }

  static List<Path> test() {
    return below(Path.of("src/test/java"));
  }

  static List<Path> named(String ending) {
    return main().stream().filter(file -> file.toString().endsWith(ending)).toList();
  }

  static List<Path> shippedAndDemo() {
    return Stream.concat(main().stream(), below(Path.of("src/demo/java")).stream()).toList();
  }

  static List<Path> all() {
    return Stream.concat(shippedAndDemo().stream(), test().stream()).toList();
  }

  private static List<Path> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

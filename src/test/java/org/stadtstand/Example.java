package org.stadtstand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A documented example: a page with a question, its GraphQL, its variables, its answer, and how
 * many statements the answer takes with empty and with full caches.
 */
record Example(Path file, String text) {

  static final Path FOLDER = Path.of("src/docs/examples");

  private static final Pattern STATEMENTS =
      Pattern.compile("Statements: cold (\\d+|\\?), warm (\\d+|\\?)");

  static List<Example> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .map(Example::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Example of(Path file) {
    try {
      return new Example(file, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String query() {
    return block("graphql").orElseThrow(() -> new IllegalStateException(file + " has no query"));
  }

  String variables() {
    return block("json variables").orElse("{}");
  }

  String answer() {
    return block("json answer").orElse("").strip();
  }

  String statements() {
    Matcher line = STATEMENTS.matcher(text);
    return line.find() ? line.group() : "";
  }

  /** Writes the server's current answer, which somebody must read before it is committed. */
  void write(String answer, String statements) {
    String written =
        text.replaceFirst(
            "(?s)```json answer\n.*?```",
            Matcher.quoteReplacement("```json answer\n" + answer + "\n```"));
    written = STATEMENTS.matcher(written).replaceFirst(statements);
    try {
      Files.writeString(file, written);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private java.util.Optional<String> block(String language) {
    Matcher block = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(text);
    return block.find() ? java.util.Optional.of(block.group(1)) : java.util.Optional.empty();
  }

  @Override
  public String toString() {
    return file.getFileName().toString();
  }
}

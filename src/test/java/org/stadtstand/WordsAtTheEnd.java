package org.stadtstand;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs a command, and at its end writes what depends on the locale of the program. */
final class WordsAtTheEnd {

  private WordsAtTheEnd() {}

  public static void main(String[] arguments) {
    Runtime.getRuntime().addShutdownHook(new Thread(WordsAtTheEnd::print));
    Application.main(new String[] {"--help"});
  }

  // Without a locale on purpose.
  @SuppressWarnings("StringCaseLocaleUsage")
  private static void print() {
    new PrintStream(System.out, true, StandardCharsets.UTF_8)
        .println(
            "%d %.1f %,d %s %s".formatted(1234, 0.5, 1234, "I".toLowerCase(), "i".toUpperCase()));
  }
}

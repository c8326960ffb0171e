package org.stadtstand.demo;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The command-line options, validated once so that all other code can rely on them. */
record GeneratorOptions(long seed, int scale, int releases, int projects, Path out) {

  private static final String USAGE =
      "Usage: generate --out DIR [--seed 1] [--scale 1] [--releases 9] [--projects 380]";

  static GeneratorOptions parse(String[] args) {
    long seed = 1;
    int scale = 1;
    int releases = 9;
    int projects = 380;
    @Nullable Path out = null;
    for (int i = 0; i < args.length; i += 2) {
      String value = i + 1 < args.length ? args[i + 1] : "";
      switch (args[i]) {
        case "--seed" -> seed = number("--seed", value, 0, Long.MAX_VALUE);
        case "--scale" -> scale = (int) number("--scale", value, 1, 9999);
        case "--releases" -> releases = (int) number("--releases", value, 8, 40);
        case "--projects" -> projects = (int) number("--projects", value, 100, 5_000_000);
        case "--out" -> out = value.isBlank() ? null : Path.of(value);
        default -> throw new IllegalArgumentException("Unknown argument " + args[i] + ". " + USAGE);
      }
    }
    if (out == null) {
      throw new IllegalArgumentException("--out names the folder to write to. " + USAGE);
    }
    return new GeneratorOptions(seed, scale, releases, projects, out);
  }

  private static long number(String name, String value, long least, long most) {
    try {
      long number = Long.parseLong(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException ignored) {
      // Falls through to the same message, because a word is as wrong as a number out of range.
    }
    throw new IllegalArgumentException(
        name + " takes a number from " + least + " to " + most + ", not '" + value + "'.");
  }
}

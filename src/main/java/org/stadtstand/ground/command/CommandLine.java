package org.stadtstand.ground.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.stadtstand.ground.text.Language;

/**
 * What a command was given: words in their order, and options.
 *
 * @param reason why; empty if it was not said
 * @param options all options by name, dashes included
 */
public record CommandLine(
    List<String> words,
    Language language,
    String reason,
    boolean preview,
    Map<String, String> options) {

  private static final Set<String> WITH_VALUE =
      Set.of(
          "--lang",
          "--reason",
          "--municipality",
          "--known-head",
          "--field",
          "--release",
          "--legal-basis");

  /** Reads {@code --lang en} like {@code --lang=en}. */
  public static CommandLine of(List<String> arguments) {
    List<String> words = new ArrayList<>();
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      int equals = argument.indexOf('=');
      if (!argument.startsWith("--")) {
        words.add(argument);
      } else if (equals > 0) {
        options.put(argument.substring(0, equals), argument.substring(equals + 1));
      } else if (WITH_VALUE.contains(argument) && i + 1 < arguments.size()) {
        options.put(argument, arguments.get(++i));
      } else {
        options.put(argument, "true");
      }
    }
    boolean english = options.getOrDefault("--lang", "de").toLowerCase(Locale.ROOT).equals("en");
    return new CommandLine(
        words,
        english ? Language.EN : Language.DE,
        options.getOrDefault("--reason", "").strip(),
        "true".equals(options.get("--preview")),
        options);
  }
}

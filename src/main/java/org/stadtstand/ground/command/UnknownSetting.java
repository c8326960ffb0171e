package org.stadtstand.ground.command;

import java.util.Optional;

/** Thrown at the start for a setting that does not exist, and would be ignored without a word. */
final class UnknownSetting extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String action;

  UnknownSetting(String name, Optional<String> meant) {
    super("There is no setting " + name + ".");
    action =
        meant
            .map(setting -> "Did you mean " + setting + "? Correct it, or remove it.")
            .orElse("Remove it, or see the list of settings in src/docs/operating.md.");
  }

  String action() {
    return action;
  }
}

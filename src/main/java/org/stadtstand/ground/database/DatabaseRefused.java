package org.stadtstand.ground.database;

import org.jspecify.annotations.Nullable;

/** Why the server refuses to start on this database: one sentence, and how to fix it. */
@SuppressWarnings("serial")
public final class DatabaseRefused extends RuntimeException {

  private final String action;

  public DatabaseRefused(String sentence, String action) {
    this(sentence, action, null);
  }

  public DatabaseRefused(String sentence, String action, @Nullable Throwable cause) {
    super(sentence, cause);
    this.action = action;
  }

  String action() {
    return action;
  }
}

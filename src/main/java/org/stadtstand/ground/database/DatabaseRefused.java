package org.stadtstand.ground.database;

import org.jspecify.annotations.Nullable;

/** Why the server does not start on this database: one sentence, and what to do about it. */
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

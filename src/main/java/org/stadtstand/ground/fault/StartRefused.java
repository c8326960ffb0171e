package org.stadtstand.ground.fault;

import org.jspecify.annotations.Nullable;

/** Why the program refuses to start: one sentence, and how to mend it. */
@SuppressWarnings("serial")
public final class StartRefused extends RuntimeException {

  private final String action;

  public StartRefused(String sentence, String action) {
    this(sentence, action, null);
  }

  public StartRefused(String sentence, String action, @Nullable Throwable cause) {
    super(sentence, cause);
    this.action = action;
  }

  public String action() {
    return action;
  }
}

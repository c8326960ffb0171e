package org.stadtstand.graph.steps;

import org.jspecify.annotations.Nullable;

/** Why a row ended and nothing took its place. */
public record Withdrawal(Kind kind, @Nullable String reason) {

  /** Named with a reason, missing without a word, or gone with its subject. */
  public enum Kind {
    EXPLAINED,
    UNEXPLAINED,
    WITH_SUBJECT
  }
}

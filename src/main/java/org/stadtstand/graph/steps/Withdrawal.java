package org.stadtstand.graph.steps;

import org.jspecify.annotations.Nullable;

/** Why a row ended without being replaced. */
public record Withdrawal(Kind kind, @Nullable String reason) {

  /** Named with a reason, missing without explanation, or gone with its subject. */
  public enum Kind {
    EXPLAINED,
    UNEXPLAINED,
    WITH_SUBJECT
  }
}

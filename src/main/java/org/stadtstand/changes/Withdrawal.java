package org.stadtstand.changes;

import org.jspecify.annotations.Nullable;

/** Why a row ended and nothing took its place. */
record Withdrawal(Kind kind, @Nullable String reason) {

  /** Named with a reason, missing without a word, or gone with its subject. */
  enum Kind {
    EXPLAINED,
    UNEXPLAINED,
    WITH_SUBJECT
  }
}

package org.stadtstand.serve.link;

import org.jspecify.annotations.Nullable;
import org.stadtstand.serve.request.CanonicalQuestion;
import org.stadtstand.serve.request.Question;

/**
 * The question that a link leads to.
 *
 * @param name the question's name in the address
 * @param kind where the question is kept
 * @param named the example with its title; null for other questions
 */
public record LinkedQuestion(
    String name, Kind kind, CanonicalQuestion wording, @Nullable NamedQuestion named) {

  /** The name for a file of answers; null if the question has none that means anything there. */
  public @Nullable String fileName() {
    return named != null ? named.name() : kind == Kind.STORED ? name : null;
  }

  /** The question to ask; only a stored one carries its name as an id. */
  public Question question() {
    return kind == Kind.STORED ? wording.question().called(name) : wording.question();
  }

  /** Where the question is kept. */
  public enum Kind {
    /** Among the documented examples. */
    EXAMPLE,
    /** In the database, stored by somebody. */
    STORED,
    /** In the address itself. */
    CARRIED
  }
}

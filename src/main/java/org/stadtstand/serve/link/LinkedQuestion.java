package org.stadtstand.serve.link;

import org.jspecify.annotations.Nullable;
import org.stadtstand.serve.request.CanonicalQuestion;
import org.stadtstand.serve.request.Question;

/**
 * A question that a link leads to.
 *
 * @param name what stands for it in its address
 * @param kind how it came to its name
 * @param named the words of an example; null for others
 */
public record LinkedQuestion(
    String name, Kind kind, CanonicalQuestion wording, @Nullable NamedQuestion named) {

  /** As the engine is to be asked: only a stored question is known by a name of its own. */
  public Question question() {
    return kind == Kind.STORED ? wording.question().called(name) : wording.question();
  }

  /** Where the question is kept. */
  public enum Kind {
    /** A documented example. */
    EXAMPLE,
    /** Stored by somebody. */
    STORED,
    /** The address carries it. */
    CARRIED
  }
}

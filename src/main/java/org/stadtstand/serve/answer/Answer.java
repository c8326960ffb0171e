package org.stadtstand.serve.answer;

import graphql.ExecutionResult;
import org.stadtstand.record.time.Basis;

/** The answer to a question, not written in any form yet, and what it rests on. */
public record Answer(ExecutionResult result, Basis basis) {

  /** Whether the whole question was answered; only then the answer is kept or cited. */
  public boolean whole() {
    return result.getErrors().isEmpty();
  }
}

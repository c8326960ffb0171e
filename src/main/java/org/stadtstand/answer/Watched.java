package org.stadtstand.answer;

import graphql.GraphQLError;
import org.stadtstand.error.ErrorCode;

/** Asks as told, and notices whether there was no database to ask. */
final class Watched implements Answers {

  private final Answers answers;
  private boolean unavailable;

  Watched(Answers answers) {
    this.answers = answers;
  }

  @Override
  public Answer ask(Question question) {
    Answer answer = answers.ask(question);
    for (GraphQLError error : answer.result().getErrors()) {
      unavailable |= Refusals.code(error) == ErrorCode.UNAVAILABLE;
    }
    return answer;
  }

  boolean unavailable() {
    return unavailable;
  }
}

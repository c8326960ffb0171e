package org.stadtstand.serve.response;

import graphql.GraphQLError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Answers;
import org.stadtstand.serve.format.Refusals;
import org.stadtstand.serve.request.Question;

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

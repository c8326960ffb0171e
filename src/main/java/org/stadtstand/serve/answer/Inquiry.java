package org.stadtstand.serve.answer;

import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.serve.request.Question;

/**
 * A question while it is being answered: a format asks it once, or asks others in its place, and as
 * many as it needs. It notices whether there was a database to ask.
 */
public final class Inquiry {

  private final Question question;
  private final Answers answers;
  private boolean unavailable;

  public Inquiry(Question question, Answers answers) {
    this.question = question;
    this.answers = answers;
  }

  public Question question() {
    return question;
  }

  /** The answer to the question as it was put. */
  public Answer answer() {
    return answer(question);
  }

  /** The answer to another question, such as one for the next page. */
  public Answer answer(Question other) {
    Answer answer = answers.ask(other);
    unavailable |= answer.codes().contains(ErrorCode.UNAVAILABLE);
    return answer;
  }

  /** Whether anything was not answered because the database is away. */
  public boolean unavailable() {
    return unavailable;
  }
}

package org.stadtstand.serve.answer;

import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.serve.request.Question;

/**
 * A question while it is being answered. A format runs it once, or runs as many derived questions
 * as it needs; the inquiry remembers whether the database was away.
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

  /** The answer to the original question. */
  public Answer answer() {
    return answer(question);
  }

  /** The answer to a derived question, such as the one for the next page. */
  public Answer answer(Question other) {
    Answer answer = answers.ask(other);
    unavailable |= answer.codes().contains(ErrorCode.UNAVAILABLE);
    return answer;
  }

  /** Whether any part went unanswered because the database was away. */
  public boolean unavailable() {
    return unavailable;
  }
}

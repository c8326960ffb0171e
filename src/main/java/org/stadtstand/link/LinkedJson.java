package org.stadtstand.link;

import org.stadtstand.answer.Answers;
import org.stadtstand.answer.FinishedAnswer;
import org.stadtstand.answer.Form;
import org.stadtstand.answer.Question;

/**
 * JSON for whoever follows a link: with the status that says whether there is an answer, under the
 * media type that every program knows.
 *
 * @param response the form whose status says it
 */
record LinkedJson(Form response) implements Form {

  @Override
  public FinishedAnswer finish(Question question, Answers answers) {
    FinishedAnswer finished = response.finish(question, answers);
    return new FinishedAnswer(
        finished.status(),
        "application/json;charset=UTF-8",
        finished.headers(),
        finished.content(),
        finished.basis(),
        finished.whole());
  }
}

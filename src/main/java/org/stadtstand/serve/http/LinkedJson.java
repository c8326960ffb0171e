package org.stadtstand.serve.http;

import org.stadtstand.serve.answer.Answers;
import org.stadtstand.serve.answer.FinishedAnswer;
import org.stadtstand.serve.format.Form;
import org.stadtstand.serve.request.Question;

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

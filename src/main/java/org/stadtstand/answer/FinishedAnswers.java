package org.stadtstand.answer;

import org.springframework.stereotype.Component;

/**
 * Questions answered in a form, ready to be sent: what the endpoint, permanent links and downloads
 * call. Whatever stands between a request and the engine for all of them stands here: the rate
 * limit and the response cache look at the question and the form, and only then is the form told to
 * ask and to write.
 */
@Component
public class FinishedAnswers {

  private final Answers answers;

  FinishedAnswers(Answers answers) {
    this.answers = answers;
  }

  public FinishedAnswer finish(Question question, Form form) {
    return form.finish(question, answers);
  }
}

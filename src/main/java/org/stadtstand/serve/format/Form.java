package org.stadtstand.serve.format;

import org.stadtstand.serve.answer.Answers;
import org.stadtstand.serve.answer.FinishedAnswer;
import org.stadtstand.serve.request.Question;

/**
 * A form that answers can take: a media type and the options it is written with. Forms are values:
 * equal forms write the same question as the same bytes, so that a form is part of a cache's key.
 */
public interface Form {

  /** Asks the question, once or as often as the form needs, and writes what was answered. */
  FinishedAnswer finish(Question question, Answers answers);
}

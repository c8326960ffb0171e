package org.stadtstand.serve.format;

import org.stadtstand.serve.answer.Answers;
import org.stadtstand.serve.request.Question;
import org.stadtstand.serve.table.AnswerFile;

/**
 * A format with its parameters. Forms are values: equal ones write the same answer as the same
 * bytes.
 */
public interface FileForm {

  /**
   * Asks the question and prepares the file. If the answer is not whole, there is no file: its
   * errors are told as the endpoint tells them. An {@link org.stadtstand.ground.fault.ApiError}
   * says why the question cannot have this form.
   */
  AnswerFile file(Question question, Answers answers);
}

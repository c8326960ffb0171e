package org.stadtstand.serve.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.stadtstand.serve.answer.Answers;
import org.stadtstand.serve.answer.FinishedAnswer;
import org.stadtstand.serve.request.Question;
import org.stadtstand.serve.table.AnswerFile;

/** A file as an answer that can be sent and, if it is not too long for memory, kept. */
public record FinishedFile(FileForm form) implements Form {

  @Override
  public FinishedAnswer finish(Question question, Answers answers) {
    AnswerFile file = form.file(question, answers);
    if (!file.answer().whole()) {
      return Refusals.of(file.answer());
    }
    return new FinishedAnswer(
        200,
        file.contentType(),
        file.headers(),
        file.flows()
            ? (FinishedAnswer.Flow) file.content()::writeTo
            : new FinishedAnswer.Bytes(bytes(file)),
        file.answer().basis(),
        true);
  }

  private static byte[] bytes(AnswerFile file) {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      file.content().writeTo(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

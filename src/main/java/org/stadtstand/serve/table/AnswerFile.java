package org.stadtstand.serve.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.stadtstand.serve.answer.Answer;

/**
 * An answer as a file, not written yet.
 *
 * @param answer what was answered first; a long file asks for more while it is written
 * @param contentType the media type with its parameters
 * @param headers further header fields: the file's name, and whether it is cut off
 * @param flows whether it is longer than one answer, and so neither kept nor measured before it is
 *     sent
 */
public record AnswerFile(
    Answer answer,
    String contentType,
    Map<String, String> headers,
    boolean flows,
    Content content) {

  /** There is no file: the answer holds errors, or nothing but errors. */
  static AnswerFile none(Answer answer) {
    return new AnswerFile(
        answer,
        "",
        Map.of(),
        false,
        out -> {
          throw new BrokenOff("An answer with errors is no file.");
        });
  }

  /** Writes the file. */
  @FunctionalInterface
  public interface Content {

    /**
     * Writes the file once, and does not close the stream. Whatever goes wrong on the way is
     * thrown; whoever sends the bytes must then break the connection off, so that half a file does
     * not look like a whole one.
     */
    void writeTo(OutputStream out) throws IOException;
  }
}

package org.stadtstand.serve.answer;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.time.Basis;

/**
 * An answer as it is sent: all that a response needs, and nothing of the request.
 *
 * @param headers further header fields of this answer
 * @param basis what it rests on; null if it rests on nothing, as a refusal does
 * @param whole whether the whole question was answered; nothing else may be kept
 */
public record FinishedAnswer(
    int status,
    String contentType,
    Map<String, String> headers,
    Content content,
    @Nullable Basis basis,
    boolean whole) {

  /** What is sent: bytes that are there, or bytes that are made while they are sent. */
  public sealed interface Content {}

  /** Bytes in memory; only these can be kept. */
  public record Bytes(byte[] bytes) implements Content {}

  /** Bytes that are written as they come, of a length that nobody knows before. */
  @FunctionalInterface
  public non-sealed interface Flow extends Content {

    void writeTo(OutputStream out) throws IOException;
  }
}

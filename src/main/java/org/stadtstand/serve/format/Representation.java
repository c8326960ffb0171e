package org.stadtstand.serve.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.time.Basis;
import org.stadtstand.serve.answer.Answer;

/**
 * An answer as a format has written it: all that a response needs, and nothing of the request.
 *
 * @param headers further header fields of this answer
 * @param basis what it rests on; null if it rests on nothing, as a refusal does
 * @param whole whether the whole question was answered; nothing else may be kept
 */
public record Representation(
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

    /**
     * Writes them once, and does not close the stream. Whatever goes wrong on the way is thrown;
     * whoever sends the bytes must then break the connection off, so that half a file does not look
     * like a whole one.
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /** A whole answer as text. */
  public static Representation ofText(Answer answer, String contentType, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Representation(
        200, contentType, Map.of(), new Bytes(bytes), answer.basis(), answer.whole());
  }

  /**
   * A whole answer as a file.
   *
   * @param flows whether it is longer than one answer, and so neither kept nor measured before it
   *     is sent
   */
  static Representation ofFile(
      Answer answer, String contentType, Map<String, String> headers, boolean flows, Flow file) {
    Content content = flows ? file : new Bytes(bytes(file));
    return new Representation(200, contentType, headers, content, answer.basis(), true);
  }

  /** The same with other bytes, such as coded ones. */
  public Representation with(Content other) {
    return new Representation(status, contentType, headers, other, basis, whole);
  }

  private static byte[] bytes(Flow file) {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      file.writeTo(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

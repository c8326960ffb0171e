package org.stadtstand.serve.format;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.time.Basis;
import org.stadtstand.serve.answer.Answer;

/**
 * An answer as written by a format: everything a response needs, and nothing of the request.
 *
 * @param headers further header fields of this answer
 * @param basis what it rests on; null if it rests on nothing, as a refusal does
 * @param keeping who may keep it
 */
public record Representation(
    int status,
    String contentType,
    Map<String, String> headers,
    Content content,
    @Nullable Basis basis,
    Keeping keeping) {

  /** Who may keep an answer, apart from whoever it was made for. */
  public enum Keeping {
    /** Everybody: it is the same for all who ask this. */
    ALL,
    /** This server and its caller's own cache: it repeats what the caller calls the server. */
    CALLER,
    /** Nobody: it is a refusal or a part, or there is no place for it. */
    NOBODY;

    /** Only an answer to the whole question may be kept. */
    public Keeping onlyIf(boolean whole) {
      return whole ? this : NOBODY;
    }
  }

  /** What is sent: bytes in memory or on disk, or bytes produced while they are sent. */
  public sealed interface Content {}

  /** Bytes in memory. Only these can be cached. */
  public record Bytes(byte[] bytes) implements Content {}

  /**
   * Bytes on disk, complete before the first of them is sent.
   *
   * @param sha256 their digest
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Stored(Path path, long length, byte[] sha256) implements Content {}

  /** Bytes that are written as they are produced, of unknown length. */
  @FunctionalInterface
  public non-sealed interface Flow extends Content {

    /**
     * Writes the bytes once without closing the stream. Any failure is thrown, and the sender must
     * then break the connection, so that half a file does not look complete.
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /** A whole answer as text. */
  public static Representation ofText(Answer answer, String contentType, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Representation(
        200,
        contentType,
        Map.of(),
        new Bytes(bytes),
        answer.basis(),
        Keeping.ALL.onlyIf(answer.whole()));
  }

  /**
   * A whole answer as a file.
   *
   * @param flows whether it is longer than one answer, and so neither cached nor measured before it
   *     is sent
   */
  static Representation ofFile(
      Answer answer, String contentType, Map<String, String> headers, boolean flows, Flow file) {
    Content content = flows ? file : new Bytes(bytes(file));
    return new Representation(200, contentType, headers, content, answer.basis(), Keeping.ALL);
  }

  /** A copy with other bytes, such as encoded ones. */
  public Representation with(Content other) {
    return new Representation(status, contentType, headers, other, basis, keeping);
  }

  /** A copy with these header fields only. */
  public Representation with(Map<String, String> others) {
    return new Representation(status, contentType, others, content, basis, keeping);
  }

  /** A copy that only they may keep. */
  public Representation with(Keeping others) {
    return new Representation(status, contentType, headers, content, basis, others);
  }

  /** Whether the whole question was answered, and the answer may be given again. */
  public boolean whole() {
    return keeping != Keeping.NOBODY;
  }

  private static byte[] bytes(Flow file) {
    AnswerBytes bytes = new AnswerBytes();
    try {
      file.writeTo(bytes);
      return bytes.whole();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

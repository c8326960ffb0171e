package org.stadtstand.serve.request;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.zip.Deflater;
import java.util.zip.InflaterInputStream;
import org.stadtstand.ground.encoding.OpaqueToken;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/**
 * A text carried in an address: {@code ~}, then its zlib form in base64url. The zlib checksum
 * reveals an address that was truncated, and any program can produce the format.
 */
public final class CompressedText {

  public static final String MARK = "~";

  /** More than the limits allow a document with its variables, yet little enough for memory. */
  private static final int BYTES = 200_000;

  /** Each has a quarter of a megabyte outside the heap, which takes longer to get than to use. */
  private static final Queue<Deflater> IDLE =
      new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

  private CompressedText() {}

  public static String write(String text) {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    // Incompressible input grows by five bytes for every 16 KB.
    byte[] buffer = new byte[plain.length + plain.length / 1000 + 64];
    Deflater idle = IDLE.poll();
    Deflater deflater = idle == null ? new Deflater() : idle;
    try {
      deflater.setInput(plain);
      deflater.finish();
      byte[] small = Arrays.copyOf(buffer, deflater.deflate(buffer));
      return MARK + OpaqueToken.of(small);
    } finally {
      deflater.reset();
      if (!IDLE.offer(deflater)) {
        deflater.end();
      }
    }
  }

  /** Decompresses a text, up to a bound: a few bytes can expand a thousandfold. */
  public static byte[] read(String name) {
    try (InputStream inflated =
        new InflaterInputStream(
            new ByteArrayInputStream(
                OpaqueToken.bytes(name.substring(MARK.length()), CompressedText::damaged)))) {
      byte[] text = inflated.readNBytes(BYTES + 1);
      if (text.length > BYTES) {
        throw refused("it stands for more than %d bytes.".formatted(BYTES));
      }
      return text;
    } catch (IOException e) {
      throw damaged();
    }
  }

  private static ApiError damaged() {
    return refused("it was damaged or cut off.");
  }

  private static ApiError refused(String why) {
    return new ApiError(
        ErrorCode.BAD_LINK,
        "The question in this link cannot be read: " + why,
        "Copy the whole link; after ~ stands the zlib form of the question's JSON in base64url.");
  }
}

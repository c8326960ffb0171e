package org.stadtstand.serve.request;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/**
 * Reads the body of a request: uncompressed JSON in UTF-8, bounded in size and time. Once a body is
 * refused, the rest of it is not read.
 */
@Component
public class Body {

  private static final int CHUNK = 8192;

  private final HttpSettings settings;

  Body(HttpSettings settings) {
    this.settings = settings;
  }

  public String read(HttpServletRequest request) throws IOException {
    checkType(request.getContentType());
    checkCoding(request.getHeader(HttpHeaders.CONTENT_ENCODING));
    if (request.getContentLengthLong() > settings.body().toBytes()) {
      throw tooLarge();
    }
    try {
      long length = request.getContentLengthLong();
      // Sized by the announced length, so that most bodies are read in one go into a buffer that
      // fits.
      int size = length < 0 ? CHUNK : Math.clamp(length + 1, 1, CHUNK);
      return Characters.of(bytes(request.getInputStream(), size));
    } catch (SocketTimeoutException e) {
      throw tooLate();
    } catch (IOException e) {
      // The body was truncated or badly chunked. A timeout may arrive wrapped.
      throw e.getCause() instanceof SocketTimeoutException
          ? tooLate()
          : QuestionParameters.refused("The body cannot be read.", "Send it whole.");
    }
  }

  private ByteBuffer bytes(InputStream in, int size) throws IOException {
    // Uses the monotonic clock, because the wall clock may be set back.
    long end = System.nanoTime() + settings.bodyTime().toNanos();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(size);
    byte[] chunk = new byte[size];
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      bytes.write(chunk, 0, read);
      if (bytes.size() > settings.body().toBytes()) {
        throw tooLarge();
      }
      // Otherwise one byte every few seconds would hold the connection for days.
      if (System.nanoTime() - end > 0) {
        throw tooLate();
      }
    }
    return ByteBuffer.wrap(bytes.toByteArray());
  }

  private static void checkType(@Nullable String contentType) {
    if (MediaType.APPLICATION_JSON_VALUE.equals(contentType)) {
      return;
    }
    try {
      MediaType type = contentType == null ? null : MediaType.parseMediaType(contentType);
      Charset charset = type == null ? null : type.getCharset();
      boolean utf8 = charset == null || charset.equals(StandardCharsets.UTF_8);
      if (type != null && utf8 && MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type)) {
        return;
      }
    } catch (InvalidMediaTypeException e) {
      // Not a coding that we know.
    }
    throw unsupported("The body must be JSON in UTF-8.", "Send Content-Type: application/json.");
  }

  private static void checkCoding(@Nullable String coding) {
    if (coding != null && !coding.isBlank() && !coding.strip().equalsIgnoreCase("identity")) {
      throw unsupported("Compressed bodies are not read.", "Send it without Content-Encoding.");
    }
  }

  private static ApiError unsupported(String sentence, String hint) {
    return new ApiError(ErrorCode.UNSUPPORTED_MEDIA_TYPE, sentence, hint);
  }

  private ApiError tooLarge() {
    return new ApiError(
        ErrorCode.REQUEST_TOO_LARGE,
        "The body is larger than " + settings.body().toBytes() + " bytes.",
        "Ask in several requests.");
  }

  private static ApiError tooLate() {
    return new ApiError(
        ErrorCode.REQUEST_TIMEOUT,
        "The body did not arrive in time.",
        "Send it at once, and again.");
  }
}

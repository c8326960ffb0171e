package org.stadtstand.serve.response;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRange;
import org.springframework.util.StreamUtils;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.serve.cost.Budget;
import org.stadtstand.serve.format.Refusals;
import org.stadtstand.serve.format.Representation;
import org.stadtstand.serve.format.Representation.Stored;

/**
 * The part of a file that a request asks for (RFC 9110, 14), so that an interrupted download can go
 * on. Several parts at once are not cut: the whole is sent, which the standard allows.
 *
 * @param last included
 */
record ByteRange(long first, long last) {

  /** The whole file. */
  private static final ByteRange ALL = new ByteRange(0, Long.MAX_VALUE);

  /** A part that does not exist. */
  static final ByteRange NONE = new ByteRange(0, -1);

  static ByteRange of(HttpServletRequest request, Response whole) {
    String asked = request.getHeader("Range");
    if (asked == null
        || !request.getMethod().equals("GET")
        || !(whole.representation().content() instanceof Stored file)
        || !isOfTheSame(request.getHeader("If-Range"), whole.validators())) {
      return ALL;
    }
    try {
      List<HttpRange> ranges = HttpRange.parseRanges(asked);
      if (ranges.size() != 1) {
        return ALL;
      }
      long first = ranges.getFirst().getRangeStart(file.length());
      long last = ranges.getFirst().getRangeEnd(file.length());
      return first > last || first >= file.length() ? NONE : new ByteRange(first, last);
    } catch (IllegalArgumentException unreadable) {
      // A range that cannot be read is passed over (RFC 9110, 14.2).
      return ALL;
    }
  }

  /** Only a strong validator, or the very date that was sent, continues a download. */
  private static boolean isOfTheSame(@Nullable String former, @Nullable Validators validators) {
    return former == null
        || (validators != null
            && (former.equals(validators.etag()) || former.equals(validators.lastModified())));
  }

  static Response refusal(Response whole) {
    Representation refusal =
        Refusals.of(
            new ApiError(
                ErrorCode.BAD_RANGE,
                "The file has no such part.",
                "Its length is in Content-Range; leave Range out for the whole."));
    long length = whole.representation().content() instanceof Stored file ? file.length() : 0;
    return Response.once(refusal.with(Map.of("Content-Range", "bytes */" + length)));
  }

  /** Sends this part with the fields that describe it. */
  void send(Stored file, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Accept-Ranges", "bytes");
    response.setHeader(
        "Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(file.sha256()) + ":");
    long end = Math.min(last, file.length() - 1);
    if (this != ALL) {
      response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
      response.setHeader("Content-Range", "bytes %d-%d/%d".formatted(first, end, file.length()));
    }
    long length = end - first + 1;
    response.setContentLengthLong(length);
    if (!request.getMethod().equals("HEAD") && file.length() > 0) {
      try (InputStream in = Files.newInputStream(file.path())) {
        StreamUtils.copyRange(in, response.getOutputStream(), first, end);
        Budget.current().write(length);
      }
    }
  }
}

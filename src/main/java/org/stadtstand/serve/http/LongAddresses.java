package org.stadtstand.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/**
 * Refuses addresses that are longer than any of this server's, but for those that hold a question.
 * Answers repeat their address in header fields, some of them three times, and the web server ends
 * in a fault when these outgrow its buffer.
 */
final class LongAddresses {

  private static final int MOST = 2_000;

  private LongAddresses() {}

  static void check(HttpServletRequest request) {
    if (isTooLong(request)) {
      throw new ApiError(
          ErrorCode.ADDRESS_TOO_LONG,
          "The address has more than %,d characters.".formatted(MOST),
          "Leave out what the address does not need; only that of a question may be longer.");
    }
  }

  static boolean isTooLong(HttpServletRequest request) {
    String query = request.getQueryString();
    int length = request.getRequestURI().length() + (query == null ? 0 : 1 + query.length());
    return length > MOST && !request.getServletPath().equals(GraphQlEndpoint.PATH);
  }
}

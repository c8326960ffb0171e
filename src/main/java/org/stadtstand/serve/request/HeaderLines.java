package org.stadtstand.serve.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * A header field that is a list, which may stand in several lines and then means the same as in one
 * (RFC 9110, 5.3). The web server hands out the first alone: what a caller accepts, or has already,
 * would not be known.
 */
public final class HeaderLines {

  private HeaderLines() {}

  /** All lines of the field as one; null if it is not there. */
  public static @Nullable String of(HttpServletRequest request, String name) {
    Enumeration<String> lines = request.getHeaders(name);
    if (!lines.hasMoreElements()) {
      return null;
    }
    String first = lines.nextElement();
    return lines.hasMoreElements()
        ? first + ", " + String.join(", ", Collections.list(lines))
        : first;
  }
}

package org.stadtstand.serve.response;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Whether the caller has the answer already. Every method here only reads, so a condition means the
 * same for all of them: POST is no more than another way to ask.
 */
final class Condition {

  private Condition() {}

  static boolean isKnown(HttpServletRequest request, Written written) {
    String known = request.getHeader("If-None-Match");
    return known == null
        ? isUnchanged(request.getHeader("If-Modified-Since"), written.changed())
        : names(known, written.etag());
  }

  /** A list of validators; weak ones compare alike here (RFC 9110, 13.1.2). */
  private static boolean names(String list, String etag) {
    if (list.equals(etag) || list.strip().equals("*")) {
      return true;
    }
    for (String one : list.split(",", -1)) {
      String name = one.strip();
      if (name.equals(etag) || (name.startsWith("W/") && name.substring(2).equals(etag))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUnchanged(@Nullable String since, Instant changed) {
    try {
      return since != null
          && !changed
              .truncatedTo(ChronoUnit.SECONDS)
              .isAfter(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(since)));
    } catch (DateTimeException e) {
      // A date that cannot be read is none (RFC 9110, 13.1.3).
      return false;
    }
  }
}

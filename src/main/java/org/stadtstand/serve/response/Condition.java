package org.stadtstand.serve.response;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;

/**
 * Whether the caller has the answer already. Every method here only reads, so a condition means the
 * same for all of them, POST included.
 */
final class Condition {

  private Condition() {}

  static boolean isKnown(HttpServletRequest request, Validators validators) {
    String known = request.getHeader("If-None-Match");
    return known == null
        ? isUnchanged(request.getHeader("If-Modified-Since"), validators.changed())
        : names(known, validators.etag());
  }

  /**
   * Whether a list of validators contains this one; weak ones compare equal here (RFC 9110,
   * 13.1.2).
   */
  private static boolean names(String list, String etag) {
    // The list is almost always a single validator of ours.
    if (list.equals(etag)) {
      return true;
    }
    ETag own = ETag.create(etag);
    return ETag.parse(list).stream().anyMatch(one -> one.isWildcard() || one.compare(own, false));
  }

  private static boolean isUnchanged(@Nullable String since, Instant changed) {
    try {
      return since != null
          && !changed
              .truncatedTo(ChronoUnit.SECONDS)
              .isAfter(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(since)));
    } catch (DateTimeException e) {
      // A date that cannot be parsed is ignored (RFC 9110, 13.1.3).
      return false;
    }
  }
}

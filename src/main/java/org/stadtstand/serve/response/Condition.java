package org.stadtstand.serve.response;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.serve.format.Refusals;
import org.stadtstand.serve.request.HeaderLines;

/**
 * Whether the caller has the answer already, or wants none but another. Every method here only
 * reads, so a condition means the same for all of them, POST included.
 */
final class Condition {

  private Condition() {}

  /**
   * Whether the caller asks for another state than this one, such as the rest of a file that has
   * been replaced. Only strong validators are compared (RFC 9110, 13.1.1).
   */
  static boolean isMissed(HttpServletRequest request, Validators validators) {
    String expected = HeaderLines.of(request, "If-Match");
    if (expected != null) {
      ETag own = ETag.create(validators.etag());
      return ETag.parse(expected).stream()
          .noneMatch(one -> one.isWildcard() || one.compare(own, true));
    }
    Instant day = day(request.getHeader("If-Unmodified-Since"));
    return day != null && validators.changed().truncatedTo(ChronoUnit.SECONDS).isAfter(day);
  }

  static Response refusal() {
    return Response.once(
        Refusals.of(
            new ApiError(
                ErrorCode.PRECONDITION_FAILED,
                "What is at this address is not in the state that was asked for.",
                "Leave out If-Match and If-Unmodified-Since for the state that it is in.")));
  }

  static boolean isKnown(HttpServletRequest request, Validators validators) {
    String known = HeaderLines.of(request, "If-None-Match");
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
    Instant day = day(since);
    return day != null && !changed.truncatedTo(ChronoUnit.SECONDS).isAfter(day);
  }

  private static @Nullable Instant day(@Nullable String text) {
    try {
      return text == null ? null : Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
    } catch (DateTimeException e) {
      // A date that cannot be parsed is ignored (RFC 9110, 13.1.3).
      return null;
    }
  }
}

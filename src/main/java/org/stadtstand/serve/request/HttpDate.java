package org.stadtstand.serve.request;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A moment as header fields write it (RFC 9110, 5.6.7). Java's own formatter writes the first nine
 * days of a month with one digit, which strict programs cannot read.
 */
public final class HttpDate {

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private HttpDate() {}

  public static String of(Instant moment) {
    return FORM.format(moment);
  }
}

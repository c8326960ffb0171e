package org.stadtstand.serve.response;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** How bytes are encoded for sending. Encoded bytes are cached. */
enum ContentCoding {
  IDENTITY,
  GZIP;

  /** Compressing a smaller answer gains nothing: it fits into one packet anyway. */
  private static final int WORTH_IT = 1024;

  /**
   * The coding that {@code Accept-Encoding} prefers (RFC 9110, 12.5.3). Tomcat's own parser omits
   * what has the weight 0, so that {@code gzip;q=0, *} would allow gzip.
   */
  static ContentCoding accepted(@Nullable String header) {
    if (header == null) {
      return IDENTITY;
    }
    if (header.startsWith("gzip, ") && header.indexOf(';') < 0) {
      return GZIP;
    }
    double gzip = -1;
    double any = 0;
    for (String part : header.split(",", -1)) {
      String[] weighed = part.split(";", 2);
      String name = weighed[0].strip();
      double weight = weighed.length == 1 ? 1 : weight(weighed[1]);
      if (name.equalsIgnoreCase("gzip") || name.equalsIgnoreCase("x-gzip")) {
        gzip = Math.max(gzip, weight);
      } else if (name.equals("*")) {
        any = weight;
      }
    }
    return (gzip < 0 ? any : gzip) > 0 ? GZIP : IDENTITY;
  }

  private static double weight(String parameter) {
    String[] pair = parameter.split("=", 2);
    try {
      return pair.length == 2 && pair[0].strip().equalsIgnoreCase("q")
          ? Double.parseDouble(pair[1].strip())
          : 0;
    } catch (NumberFormatException e) {
      // An invalid weight counts as a refusal of the coding.
      return 0;
    }
  }

  boolean isWorthIt(byte[] bytes) {
    return this == IDENTITY || bytes.length >= WORTH_IT;
  }

  byte[] encode(byte[] bytes) {
    if (this == IDENTITY) {
      return bytes;
    }
    ByteArrayOutputStream coded = new ByteArrayOutputStream(bytes.length / 4);
    try (GZIPOutputStream gzip = new GZIPOutputStream(coded)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot be written", e);
    }
    return coded.toByteArray();
  }
}

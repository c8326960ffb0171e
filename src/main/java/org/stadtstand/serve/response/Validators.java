package org.stadtstand.serve.response;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.stadtstand.record.time.Basis;

/**
 * The header fields that stay the same as long as an answer is kept.
 *
 * @param etag strong: other bytes on the wire have another one, so each coding has its own
 */
record Validators(String etag, String lastModified, String surrogateKey, String cacheTag) {

  static Validators of(String digest, Coding coding, Instant changed, Basis basis) {
    Set<String> tags = CacheTags.of(basis);
    return new Validators(
        '"' + digest + (coding == Coding.GZIP ? "-gzip\"" : "\""),
        DateTimeFormatter.RFC_1123_DATE_TIME.format(changed.atOffset(ZoneOffset.UTC)),
        String.join(" ", tags),
        String.join(",", tags));
  }

  void writeTo(HttpServletResponse response) {
    response.setHeader("ETag", etag);
    response.setHeader("Last-Modified", lastModified);
    response.setHeader("Surrogate-Key", surrogateKey);
    response.setHeader("Cache-Tag", cacheTag);
  }
}

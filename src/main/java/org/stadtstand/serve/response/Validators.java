package org.stadtstand.serve.response;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.encoding.OpaqueToken;
import org.stadtstand.ground.encoding.Sha256;
import org.stadtstand.record.time.Basis;
import org.stadtstand.serve.request.HttpDate;

/**
 * The validators of an answer, with the header fields that carry them. They are built once and stay
 * the same for as long as the answer is cached.
 *
 * @param digest of the bytes before encoding and their media type
 * @param changed when what it rests on was published, or its day began, whichever was later
 * @param made when it was written
 * @param etag strong: it differs whenever the bytes on the wire differ, so each coding has its own
 */
record Validators(
    Basis basis,
    String digest,
    Instant changed,
    Instant made,
    String etag,
    String lastModified,
    String surrogateKey,
    String cacheTag) {

  private static final int DIGEST_BYTES = 18;

  static Validators of(
      String contentType, byte[] bytes, Basis basis, Instant changed, Instant made) {
    String digest = digest(contentType.getBytes(StandardCharsets.UTF_8), bytes);
    return of(digest, '"' + digest + '"', basis, changed, made);
  }

  /**
   * Validators for bytes that are not in memory.
   *
   * @param sha256 of these bytes
   */
  static Validators of(String contentType, byte[] sha256, Basis basis, Instant changed) {
    return of(contentType, sha256, basis, changed, changed);
  }

  private static Validators of(
      String digest, String etag, Basis basis, Instant changed, Instant made) {
    Set<String> tags = CacheTags.of(basis);
    return new Validators(
        basis,
        digest,
        changed,
        made,
        etag,
        HttpDate.of(changed),
        String.join(" ", tags),
        String.join(",", tags));
  }

  boolean sameBytes(@Nullable Validators other) {
    return other != null && other.digest.equals(digest);
  }

  Validators in(ContentCoding coding) {
    String own = '"' + digest + (coding == ContentCoding.GZIP ? "-gzip\"" : "\"");
    return new Validators(basis, digest, changed, made, own, lastModified, surrogateKey, cacheTag);
  }

  void writeTo(HttpServletResponse response) {
    response.setHeader("ETag", etag);
    response.setHeader("Last-Modified", lastModified);
    response.setHeader("Surrogate-Key", surrogateKey);
    response.setHeader("Cache-Tag", cacheTag);
  }

  static String digest(byte[]... parts) {
    MessageDigest digest = Sha256.start();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return OpaqueToken.of(Arrays.copyOf(digest.digest(), DIGEST_BYTES));
  }
}

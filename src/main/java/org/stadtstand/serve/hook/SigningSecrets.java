package org.stadtstand.serve.hook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs messages after Standard Webhooks: over id, time and body, so that nobody can alter one, or
 * send an old one again later. With several secrets there are several signatures, of which a
 * receiver accepts any.
 */
final class SigningSecrets {

  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int LEAST = 24;
  private static final int MOST = 64;

  private final List<SecretKeySpec> keys;

  private SigningSecrets(List<SecretKeySpec> keys) {
    this.keys = keys;
  }

  /** Never repeats what it was given: that would be in the log. */
  static SigningSecrets parse(String secrets) {
    List<SecretKeySpec> keys =
        Arrays.stream(secrets.strip().split("\\s+")).map(SigningSecrets::key).toList();
    return new SigningSecrets(keys);
  }

  private static SecretKeySpec key(String secret) {
    byte[] bytes = secret.startsWith(PREFIX) ? decoded(secret) : new byte[0];
    if (bytes.length < LEAST || bytes.length > MOST) {
      throw new IllegalArgumentException(
          "A secret of hook.receivers is not whsec_ and %d to %d bytes in Base64."
              .formatted(LEAST, MOST));
    }
    return new SecretKeySpec(bytes, ALGORITHM);
  }

  private static byte[] decoded(String secret) {
    try {
      return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    } catch (IllegalArgumentException wrong) {
      return new byte[0];
    }
  }

  /** The header {@code webhook-signature}. */
  String sign(String id, Instant moment, String body) {
    byte[] signed =
        (id + "." + moment.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8);
    return keys.stream()
        .map(key -> "v1," + Base64.getEncoder().encodeToString(sign(key, signed)))
        .collect(Collectors.joining(" "));
  }

  private static byte[] sign(SecretKeySpec key, byte[] signed) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

package org.stadtstand.ground.encoding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, the only digest of this house; text is digested as its bytes in UTF-8. */
public final class Sha256 {

  private Sha256() {}

  /** A digest of what is given piece by piece. */
  public static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  public static byte[] of(byte[] bytes) {
    return start().digest(bytes);
  }

  public static byte[] of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The digest as it is published: 64 hexadecimal digits in lower case. */
  public static String hex(String text) {
    return HexFormat.of().formatHex(of(text));
  }
}

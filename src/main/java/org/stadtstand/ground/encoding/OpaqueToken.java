package org.stadtstand.ground.encoding;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;

/**
 * Text that clients hand back unread, such as cursors and ids: base64url without padding. Only what
 * this server wrote is read again, letter by letter: what was altered on its way is refused, not
 * guessed at.
 */
public final class OpaqueToken {

  private OpaqueToken() {}

  public static String of(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  public static String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The text in a token. */
  public static String text(String token, Supplier<? extends RuntimeException> refusal) {
    String text = new String(bytes(token, refusal), StandardCharsets.UTF_8);
    if (!of(text).equals(token)) {
      throw refusal.get();
    }
    return text;
  }

  /** The bytes in a token, which any program may have written, with padding too. */
  public static byte[] bytes(String token, Supplier<? extends RuntimeException> refusal) {
    try {
      return Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      throw refusal.get();
    }
  }
}

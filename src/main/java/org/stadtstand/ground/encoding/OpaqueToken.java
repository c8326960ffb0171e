package org.stadtstand.ground.encoding;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;

/**
 * Text that clients pass back unread, such as cursors and ids: base64url without padding. Only what
 * this server wrote is accepted, character for character: a token altered on the way is rejected,
 * not guessed at.
 */
public final class OpaqueToken {

  private OpaqueToken() {}

  public static String of(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  public static String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  public static String text(String token, Supplier<? extends RuntimeException> refusal) {
    String text = new String(bytes(token, refusal), StandardCharsets.UTF_8);
    if (!of(text).equals(token)) {
      throw refusal.get();
    }
    return text;
  }

  /** The bytes in a token, which any program may have written, with or without padding. */
  public static byte[] bytes(String token, Supplier<? extends RuntimeException> refusal) {
    try {
      return Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      throw refusal.get();
    }
  }
}

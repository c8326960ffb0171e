package org.stadtstand.serve.request;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/** Strictly decoded text: valid UTF-8 without null characters. */
final class Characters {

  private Characters() {}

  /** Refuses invalid bytes instead of replacing them, which would answer a different question. */
  static String of(ByteBuffer bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw refused("The text is not written in UTF-8.");
    }
  }

  static void check(String text) {
    for (int at = 0; at < text.length(); at++) {
      char unit = text.charAt(at);
      if (unit == 0) {
        throw refused("The text holds a null character.");
      }
      if (Character.isSurrogate(unit)) {
        boolean pair =
            at + 1 < text.length() && Character.isSurrogatePair(unit, text.charAt(at + 1));
        if (!pair) {
          throw refused("The text holds half a character (a lone surrogate).");
        }
        at++;
      }
    }
  }

  private static ApiError refused(String sentence) {
    return new ApiError(ErrorCode.BAD_JSON, sentence, "Send whole characters in UTF-8.");
  }
}

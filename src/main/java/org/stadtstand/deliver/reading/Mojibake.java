package org.stadtstand.deliver.reading;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Texts in UTF-8 that were read as Latin-1 and saved so: "PrÃ¼fung" for "Prüfung". */
final class Mojibake {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private Mojibake() {}

  static boolean is(String text) {
    if (isSuspect(text)) {
      for (Charset other : List.of(WINDOWS, StandardCharsets.ISO_8859_1)) {
        try {
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(other.newEncoder().encode(CharBuffer.wrap(text)));
          return true;
        } catch (CharacterCodingException e) {
          // Then it was not read in this encoding.
          continue;
        }
      }
    }
    return false;
  }

  /** How a letter beyond ASCII looks after such a reading: German ones alone are no sign of it. */
  private static boolean isSuspect(String text) {
    for (int i = 1; i < text.length(); i++) {
      char before = text.charAt(i - 1);
      if (text.charAt(i) > 0x7F && before >= 0xC2 && before <= 0xF4) {
        return true;
      }
    }
    return false;
  }
}

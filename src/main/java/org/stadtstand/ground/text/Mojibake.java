package org.stadtstand.ground.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Texts that were read in another encoding and saved so: "PrÃ¼fung" for "Prüfung", which is UTF-8
 * throughout, or a {@link ForeignSigns}.
 */
public final class Mojibake {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private Mojibake() {}

  /** Whether letters of the text are lost, or there as others. */
  public static boolean isLost(String text) {
    return text.indexOf('\uFFFD') >= 0 || text.indexOf('\0') >= 0 || is(text);
  }

  public static boolean is(String text) {
    return isSuspect(text)
            && (isReadAs(WINDOWS, text) || isReadAs(StandardCharsets.ISO_8859_1, text))
        || ForeignSigns.of(text).isPresent();
  }

  /** Whether this encoding makes the text of what is UTF-8 throughout, and not plain ASCII. */
  public static boolean isReadAs(Charset encoding, String text) {
    if (StandardCharsets.UTF_8.equals(encoding)
        || !encoding.canEncode()
        || text.chars().allMatch(c -> c <= 0x7F)) {
      return false;
    }
    try {
      ByteBuffer bytes = encoding.newEncoder().encode(CharBuffer.wrap(text));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).length() < text.length();
    } catch (CharacterCodingException e) {
      return false;
    }
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

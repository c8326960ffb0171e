package org.stadtstand.deliver.reading;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.ForeignSigns;
import org.stadtstand.ground.text.Mojibake;

/** Whether a cell says what was written, in the encoding in which its file is read. */
final class EncodingCheck {

  private EncodingCheck() {}

  /** What is wrong with the cell; null if it may well be meant as it is. */
  static CellReader.@Nullable Fault fault(String text, Charset encoding) {
    Optional<ForeignSigns> misread = ForeignSigns.of(asByte(text, encoding));
    if (misread.isPresent()) {
      ForeignSigns how = misread.get();
      return new CellReader.Fault(
          TableRule.MISREAD_TEXT,
          text,
          how.saved(asByte(text, encoding)),
          how.encoding(),
          how.other());
    }
    return Mojibake.isLost(text) || Mojibake.isReadAs(encoding, text)
        ? new CellReader.Fault(
            TableRule.WRONG_ENCODING, text.replace('\0', '\uFFFD'), encoding.name())
        : null;
  }

  /** What is no character at all in windows-1252 is a letter of CP850. */
  private static String asByte(String text, Charset encoding) {
    return StandardCharsets.UTF_8.equals(encoding) ? text : text.replace('\uFFFD', '\u0081');
  }
}

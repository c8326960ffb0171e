package org.stadtstand.serve.format;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;

/** The names of the sheets of a workbook, which are short and differ by more than their case. */
final class SheetNames {

  /** The last sheet, which says where all others come from. */
  static final String SOURCE = "Quelle";

  private static final int LONGEST = 31;

  private final @Nullable Language language;
  private final String mark;
  private final Set<String> taken = new HashSet<>(Set.of(key(SOURCE)));

  /**
   * @param demo whether all of them say that their data are invented
   */
  SheetNames(@Nullable Language language, boolean demo) {
    this.language = language;
    this.mark = demo ? " (Demo)" : "";
  }

  /** The name of the next sheet. */
  String of(@Nullable String table) {
    String name = table == null ? language == Language.EN ? "Data" : "Daten" : table;
    String own = shortened(name, mark);
    for (int n = 2; !taken.add(key(own)); n++) {
      own = shortened(name, " " + n + mark);
    }
    return own;
  }

  private static String shortened(String name, String end) {
    return name.substring(0, Math.min(name.length(), LONGEST - end.length())) + end;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}

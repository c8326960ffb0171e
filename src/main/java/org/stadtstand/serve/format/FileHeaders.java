package org.stadtstand.serve.format;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.stadtstand.serve.table.AskedTable;

/** The header fields of a file: its name, and whether it is an extract. */
final class FileHeaders {

  /** Names the truncated lists; absent if the file is complete. */
  static final String TRUNCATED = "Stadtstand-Truncated";

  /** Excludes names that carry a whole question, which are too long for a file. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,60}");

  private FileHeaders() {}

  static Map<String, String> of(AskedTable table, String suffix) {
    Set<String> cut = table.cut();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Disposition", disposition(name(table), !cut.isEmpty(), suffix));
    if (!cut.isEmpty()) {
      headers.put(TRUNCATED, String.join(", ", cut));
    }
    return headers;
  }

  /** The question's name in the link, or the first field of the answer. */
  static String name(AskedTable table) {
    String name = table.question().name();
    return name != null && NAME.matcher(name).matches()
        ? name
        : table.plan().root().children().iterator().next().key();
  }

  /** The name says if the file is an extract, because headers are lost on disk. */
  static String disposition(String name, boolean cut, String suffix) {
    return "attachment; filename=\"stadtstand-%s%s.%s\""
        .formatted(name, cut ? "-auszug" : "", suffix);
  }
}

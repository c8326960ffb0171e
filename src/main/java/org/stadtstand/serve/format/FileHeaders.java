package org.stadtstand.serve.format;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.stadtstand.serve.table.AskedTable;

/** The header fields of a file: its name, and whether it is only a part. */
final class FileHeaders {

  /** Names the lists that are cut off; without it the file is whole. */
  static final String TRUNCATED = "Stadtstand-Truncated";

  /** A link that carries its whole question is no name for a file. */
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

  /** What the link calls the question, or the field that the answer begins with. */
  static String name(AskedTable table) {
    String name = table.question().name();
    return name != null && NAME.matcher(name).matches()
        ? name
        : table.plan().root().children().iterator().next().key();
  }

  /** On a disk the headers are gone: there the name says that the file is an extract. */
  static String disposition(String name, boolean cut, String suffix) {
    return "attachment; filename=\"stadtstand-%s%s.%s\""
        .formatted(name, cut ? "-auszug" : "", suffix);
  }
}

package org.stadtstand.replay;

import java.util.List;

/** How a response differs from the one that was recorded, in a few lines. */
final class Difference {

  private static final int LINES = 12;
  private static final int BEFORE = 60;
  private static final int WIDTH = 160;

  private Difference() {}

  static String of(String recorded, String now) {
    List<String> before = recorded.lines().toList();
    List<String> after = now.lines().toList();
    int start = 0;
    while (start < Math.min(before.size(), after.size())
        && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < Math.min(before.size(), after.size()) - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    List<String> was = before.subList(start, before.size() - end);
    List<String> is = after.subList(start, after.size() - end);
    int from = common(was.isEmpty() ? "" : was.getFirst(), is.isEmpty() ? "" : is.getFirst());
    return "  from line %d on:\n".formatted(start + 1)
        + shown("  - ", was, from)
        + shown("  + ", is, from);
  }

  private static int common(String one, String other) {
    int at = 0;
    while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return Math.max(0, at - BEFORE);
  }

  private static String shown(String mark, List<String> lines, int from) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < Math.min(LINES, lines.size()); at++) {
      String line = at == 0 ? lines.get(at).substring(from) : lines.get(at);
      text.append(mark).append(line, 0, Math.min(WIDTH, line.length())).append('\n');
    }
    return lines.size() > LINES
        ? text.append(mark).append("and ").append(lines.size() - LINES).append(" more\n").toString()
        : text.toString();
  }
}

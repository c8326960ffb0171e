package org.stadtstand.ground.sql;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL text with named gaps, such as {@code {table}}, for what cannot be a parameter: tables,
 * columns, conditions. Fillings come from declarations, never from a delivery or a question; values
 * are bound. The gap {@code {open}} is already filled with {@link Until#OPEN}.
 */
public final class Template {

  private static final Pattern GAP = Pattern.compile("\\{([a-z][a-z_ ]*)}");

  private final String text;
  private final Map<String, String> fillings;

  public Template(String text) {
    this(text, Map.of("open", String.valueOf(Until.OPEN)));
  }

  private Template(String text, Map<String, String> fillings) {
    this.text = text;
    this.fillings = fillings;
  }

  /** Fills a gap; gaps inside the filling are plain text. */
  public Template with(String gap, Object filling) {
    if (!text.contains("{" + gap + "}")) {
      throw new IllegalArgumentException("There is no gap {%s} in: %s".formatted(gap, text));
    }
    return withAny(Map.of(gap, filling));
  }

  /** Fills those of the given gaps that occur in the text. */
  public Template withAny(Map<String, ?> offered) {
    Map<String, String> more = new HashMap<>(fillings);
    offered.forEach((gap, filling) -> more.put(gap, String.valueOf(filling)));
    return new Template(text, more);
  }

  /** The statement; a gap left open is a bug of ours. */
  public String sql() {
    StringBuilder sql = new StringBuilder(text.length() * 2);
    Matcher gap = GAP.matcher(text);
    int end = 0;
    for (; gap.find(); end = gap.end()) {
      String filling = fillings.get(gap.group(1));
      if (filling == null) {
        throw new IllegalStateException("Nothing fills %s in: %s".formatted(gap.group(), text));
      }
      sql.append(text, end, gap.start()).append(filling);
    }
    return sql.append(text, end, text.length()).toString();
  }
}

package org.stadtstand.record.columns;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.listing.FilterField;

/**
 * What rows are put together by.
 *
 * @param months of a date, how long the periods are in which it must lie wholly: 1, 3 or 12
 * @param edges of a number, where classes begin; empty if each value is a key
 */
public record KeyColumn(FilterField.Value value, int months, List<BigDecimal> edges) {

  private static final Pattern FIELD = Pattern.compile("field = '(\\w+)'");

  public KeyColumn {
    edges = List.copyOf(edges);
  }

  /** What the value is as a formula, in SQL: without the case of a withheld one. */
  String known() {
    String withheld = value.withheld();
    String before = "case when " + withheld + " then null else ";
    return withheld != null && value.sql().startsWith(before)
        ? value.sql().substring(before.length(), value.sql().length() - " end".length())
        : value.sql();
  }

  /** The column by whose name rows say that the value is withheld; null if it is derived. */
  @Nullable String withheldField() {
    String withheld = value.withheld();
    Matcher field = withheld == null ? null : FIELD.matcher(withheld);
    return field != null && field.find() ? field.group(1) : null;
  }

  /** Whether keys follow from columns that can be held, if the value does. */
  boolean isHeld() {
    return switch (value.kind()) {
      case CHOICE, FLAG, REFERENCE, SUBJECT, WORD, DATE -> true;
      case INTEGER -> value.unit() == null;
      case WORDS, DECIMAL, MONEY -> false;
    };
  }
}

package org.stadtstand.record.listing;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.declaration.TextSql;

/**
 * One level of a statement: the alias of a type's table there. Rooms write SQL with {@code {t}} for
 * the table, {@code {name}} for one of its joins, and {@code pin} for the requested state; the
 * scope inserts the aliases and tracks which joins are needed. No value ever enters this text:
 * values are bound.
 */
public final class Scope {

  /**
   * How deep conditions on related records may be nested. Each level multiplies what the database
   * looks through by the members of the one above.
   */
  public static final int LEVELS = 4;

  private final String alias;
  private final int depth;
  private final Set<String> joins = new LinkedHashSet<>();
  private final Set<KeyFilter.Named> named;
  private final Language language;
  private boolean undecided;

  private Scope(int depth, Set<KeyFilter.Named> named, Language language) {
    this.depth = depth;
    this.named = named;
    this.language = language;
    this.alias = "t" + depth;
  }

  static Scope outermost() {
    return outermost(Language.DE);
  }

  /** A level whose texts are compared in a language. */
  static Scope outermost(Language language) {
    return new Scope(0, new LinkedHashSet<>(), language);
  }

  /** A sub-select within this level. */
  Scope inner() {
    if (depth == LEVELS) {
      throw new ApiError(
          ErrorCode.TOO_DEEP,
          "The filter tests related records of related records more than %d levels deep."
              .formatted(LEVELS),
          "Ask for the inner part first, and filter by the keys of its answer.");
    }
    return new Scope(depth + 1, named, language);
  }

  /** What is unknown of a row stays unknown in the conditions of this level. */
  Scope undecided() {
    undecided = true;
    return this;
  }

  boolean isUndecided() {
    return undecided;
  }

  void name(KeyFilter.Named record) {
    named.add(record);
  }

  /** The records that the conditions of all levels name by key. */
  Set<KeyFilter.Named> named() {
    return named;
  }

  String alias() {
    return alias;
  }

  Set<String> joins() {
    return joins;
  }

  String sql(String template) {
    StringBuilder sql = new StringBuilder(template.length() + 16);
    int done = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', open + 1)) {
      int close = endOfName(template, open + 1);
      if (close > open + 1 && close < template.length() && template.charAt(close) == '}') {
        sql.append(template, done, open).append(name(template.substring(open + 1, close)));
        done = close + 1;
      }
    }
    return sql.append(template, done, template.length()).toString();
  }

  /** Braces without a name inside are literal: canonical texts are built in SQL, too. */
  private static int endOfName(String template, int from) {
    int end = from;
    while (end < template.length() && Character.isJavaIdentifierPart(template.charAt(end))) {
      end++;
    }
    return end;
  }

  <V> Field<V> field(String template, Class<V> type) {
    return DSL.field(sql(template), type);
  }

  Language language() {
    return language;
  }

  /** In the language of this level. */
  <V> Field<V> field(TextSql text, Class<V> type) {
    return field(text.in(language), type);
  }

  Condition condition(String template) {
    return DSL.condition(sql(template));
  }

  private String name(String placeholder) {
    if (placeholder.equals("t")) {
      return alias;
    }
    joins.add(placeholder);
    return alias + "_" + placeholder;
  }
}

package org.stadtstand.record.declaration;

import org.stadtstand.ground.text.Language;

/** The SQL for a text in each language: the same if it has only one. */
public record TextSql(String de, String en) {

  public static TextSql same(String sql) {
    return new TextSql(sql, sql);
  }

  /** A translated text, or else the original. */
  public static TextSql translated(String text) {
    return new TextSql(text + "_de", "coalesce(%1$s_en, %1$s_de)".formatted(text));
  }

  /** What a translated text is sorted by; of a translation no folded form is stored. */
  public static TextSql sorted(String text) {
    return new TextSql(
        text + "_de_sort", "coalesce(folded(%1$s_en), %1$s_de_sort) collate \"C\"".formatted(text));
  }

  public String in(Language language) {
    return language.pick(de, en);
  }
}

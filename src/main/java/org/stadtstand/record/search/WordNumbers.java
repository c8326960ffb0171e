package org.stadtstand.record.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.text.SortKey;

/** The numbers of a municipality's words, looked up many at once. */
final class WordNumbers {

  // Not "word = any(:words)": the planner compares each with the commonest words.
  private static final String ADD =
      """
      with given as (
        select g.word, g.folded from unnest(:words, :folded) g(word, folded)
      ), added as (
        insert into search_word (municipality, word, folded, since)
        select :municipality, word, folded, :release from given
        on conflict do nothing returning id, word
      )
      select id, word from added
      union all
      select w.id, w.word from given g cross join lateral (
        select id, word from search_word where municipality = :municipality and word = g.word
        offset 0) w
      """;

  private final JdbcClient jdbc;
  private final int municipality;
  private final Map<String, Integer> known = new HashMap<>();

  WordNumbers(JdbcClient jdbc, int municipality) {
    this.jdbc = jdbc;
    this.municipality = municipality;
  }

  /** Looks the words up, and gives a number to those that have none. */
  void add(Collection<String> words, int release) {
    String[] unknown =
        words.stream().filter(word -> !known.containsKey(word)).toArray(String[]::new);
    if (unknown.length > 0) {
      jdbc.sql(ADD)
          .param("municipality", municipality)
          .param("release", release)
          .param("words", unknown)
          .param("folded", Arrays.stream(unknown).map(SortKey::of).toArray(String[]::new))
          .query(
              row -> {
                known.put(row.getString("word"), row.getInt("id"));
              });
    }
  }

  int of(String word) {
    return Objects.requireNonNull(known.get(word), word);
  }
}

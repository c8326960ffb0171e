package org.stadtstand.record.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.text.SortKey;

/** The numbers of a municipality's words, looked up many at once. */
final class WordNumbers {

  // Not "word = any(:words)": the planner compares each with the commonest words.
  private static final String FIND =
      """
      select w.id, w.word from unnest(:words) g(word) cross join lateral (
        select id, word from search_word where municipality = :municipality and word = g.word
        offset 0) w
      """;

  private static final String ADD =
      """
      insert into search_word (municipality, word, folded, since)
      select :municipality, g.word, g.folded, :release from unnest(:words, :folded) g(word, folded)
      returning id, word
      """;

  private final JdbcClient jdbc;
  private final int municipality;
  private final Map<String, Integer> known = new HashMap<>();

  WordNumbers(JdbcClient jdbc, int municipality) {
    this.jdbc = jdbc;
    this.municipality = municipality;
  }

  /** Looks the words up, and gives a number to those that have none: mostly few. */
  void add(Collection<String> words, int release) {
    String[] sought = unknown(words);
    if (sought.length > 0) {
      jdbc.sql(FIND).param("municipality", municipality).param("words", sought).query(this::know);
    }
    String[] added = unknown(List.of(sought));
    if (added.length > 0) {
      jdbc.sql(ADD)
          .param("municipality", municipality)
          .param("release", release)
          .param("words", added)
          .param("folded", Arrays.stream(added).map(SortKey::of).toArray(String[]::new))
          .query(this::know);
    }
  }

  private String[] unknown(Collection<String> words) {
    return words.stream().filter(word -> !known.containsKey(word)).toArray(String[]::new);
  }

  private void know(ResultSet row) throws SQLException {
    known.put(row.getString("word"), row.getInt("id"));
  }

  int of(String word) {
    return Objects.requireNonNull(known.get(word), word);
  }
}

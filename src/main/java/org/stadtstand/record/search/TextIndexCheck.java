package org.stadtstand.record.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.text.SortKey;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.search.PublishedTexts.Entry;

/**
 * Makes what search looks through anew from the published rows, and compares. No digest covers it,
 * yet it decides what is found.
 */
public final class TextIndexCheck {

  private static final int AT_ONCE = 1_000;

  private static final String STORED =
      """
      select concat_ws(' ', t.type, t.record, t.field, t.since) as name,
        concat_ws(' ', t.weight, t.until, t.day, array_to_string(array(
          select w.word from unnest(t.words) with ordinality u(id, n)
          join search_word w on w.id = u.id and w.municipality = t.municipality
          order by u.n), ' ')) as said
      from search_text t
      where t.municipality = :municipality and t.record = any(:records)
      """;

  private final JdbcClient jdbc;
  private final RecordTypes types;
  private final int municipality;
  private final List<Entry> waiting = new ArrayList<>();
  private final Map<String, Integer> words = new HashMap<>();
  private final List<String> faults = new ArrayList<>();
  private int texts;

  public TextIndexCheck(JdbcClient jdbc, RecordTypes types, int municipality) {
    this.jdbc = jdbc;
    this.types = types;
    this.municipality = municipality;
  }

  /**
   * The rows and words that are not what follows from the rows; none of a municipality whose texts
   * are not searched yet.
   */
  public List<String> faults() {
    if (new TextIndex(jdbc, types, municipality).isFilled()) {
      new PublishedTexts(jdbc, types)
          .each(types.all(), municipality, "t.since >= :which", 0, this::take);
      compare();
      if (count("search_text") != texts) {
        faults.add("search_text");
      }
      compareWords();
    }
    return faults;
  }

  private void take(Entry entry) {
    texts++;
    entry.words().forEach(word -> words.merge(word.word(), entry.since(), Math::min));
    waiting.add(entry);
    if (waiting.size() == AT_ONCE) {
      compare();
    }
  }

  private void compare() {
    Integer[] records = waiting.stream().map(Entry::record).distinct().toArray(Integer[]::new);
    Map<String, String> stored = new HashMap<>();
    jdbc.sql(STORED)
        .param("municipality", municipality)
        .param("records", records)
        .query(
            row -> {
              stored.put(row.getString("name"), row.getString("said"));
            });
    waiting.stream()
        .filter(entry -> !said(entry).equals(stored.get(name(entry))))
        .forEach(entry -> faults.add(name(entry)));
    waiting.clear();
  }

  private static String name(Entry entry) {
    return "%d %d %s %d"
        .formatted(entry.type(), entry.record(), entry.field().name(), entry.since());
  }

  private static String said(Entry entry) {
    List<String> said = entry.words().stream().map(WrittenWord::word).toList();
    return "%d %d %s %s"
        .formatted(entry.field().weight(), entry.until(), entry.day(), String.join(" ", said));
  }

  private void compareWords() {
    jdbc.sql("select word, folded, since from search_word where municipality = :municipality")
        .withFetchSize(AT_ONCE)
        .param("municipality", municipality)
        .query(
            row -> {
              String word = row.getString("word");
              Integer since = words.remove(word);
              if (since == null
                  || since != row.getInt("since")
                  || !row.getString("folded").equals(SortKey.of(word))) {
                faults.add(word);
              }
            });
    faults.addAll(words.keySet());
  }

  private int count(String table) {
    return jdbc.sql("select count(*) from " + table + " where municipality = :municipality")
        .param("municipality", municipality)
        .query(int.class)
        .single();
  }
}

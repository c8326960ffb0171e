package org.stadtstand.record.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.text.SortKey;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.search.PublishedTexts.Which;
import org.stadtstand.record.search.WordChange.Place;

/**
 * Makes what search looks through anew from the published rows, and compares. No digest covers it,
 * yet it decides what is found.
 */
public final class TextIndexCheck {

  /** By which rules texts are split and weighed here. */
  public static final int RULES = TextIndex.RULES;

  private static final int AT_ONCE = 5_000;

  private static final String STORED =
      """
      select w.word, p.type, p.field, p.weight, p.release, p.ended, p.day::text as day, p.records
      from search_posting p
      left join search_word w on w.id = p.word and w.municipality = p.municipality
      where p.municipality = :municipality
      """;

  private final JdbcClient jdbc;
  private final RecordTypes types;
  private final int municipality;
  private final Map<String, Integer> words = new HashMap<>();

  /** Of each word, the sum of what it stands for; a city has millions of places. */
  private final Map<String, Long> places = new HashMap<>();

  private final List<String> faults = new ArrayList<>();

  public TextIndexCheck(JdbcClient jdbc, RecordTypes types, int municipality) {
    this.jdbc = jdbc;
    this.types = types;
    this.municipality = municipality;
  }

  /**
   * The words that do not stand where the rows have them; none of a municipality whose texts are
   * not searched yet, or by other rules.
   */
  public List<String> faults() {
    if (new TextIndex(jdbc, types, municipality).isOfPresentRules()) {
      new PublishedTexts(jdbc, types)
          .each(
              types.all(),
              Which.MUNICIPALITY,
              municipality,
              turn -> WordChange.each(turn, this::take));
      comparePlaces();
      compareWords();
    }
    return faults;
  }

  private void take(WordChange change) {
    if (!change.place().ended()) {
      words.merge(change.word(), change.place().release(), Math::min);
    }
    places.merge(change.word(), mark(change.place(), change.record()), Long::sum);
  }

  /** A number that hardly two changes share. */
  private static long mark(Place place, int record) {
    long mark = ((long) place.hashCode() << Integer.SIZE | record) * 0x9E3779B97F4A7C15L;
    mark = (mark ^ mark >>> 32) * 0xD6E8FEB86659FD93L;
    return mark ^ mark >>> 32;
  }

  private void comparePlaces() {
    jdbc.sql(STORED)
        .withFetchSize(AT_ONCE)
        .param("municipality", municipality)
        .query(
            row -> {
              String word = Objects.requireNonNullElse(row.getString("word"), "search_posting");
              Place place = place(row);
              for (Integer record : (Integer[]) row.getArray("records").getArray()) {
                places.merge(word, -mark(place, record), Long::sum);
              }
            });
    places.forEach(
        (word, left) -> {
          if (left != 0) {
            faults.add(word);
          }
        });
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(
        row.getInt("type"),
        row.getString("field"),
        row.getInt("weight"),
        row.getInt("release"),
        row.getBoolean("ended"),
        row.getString("day"));
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
}

package org.stadtstand.record.search;

import java.util.Collection;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.declaration.TouchedTables;
import org.stadtstand.record.search.PublishedTexts.Which;
import org.stadtstand.record.search.WordChange.Place;

/**
 * Writes what search looks through, in the transaction that publishes or withholds: the distinct
 * words of published rows, and in which records each stands. It follows from the rows alone, and is
 * part of no hash.
 */
public final class TextIndex {

  /** By which rules texts are split and weighed; raised when they change. */
  static final int RULES = 1;

  private static final String INSERT =
      """
      insert into search_posting
        (municipality, word, type, field, weight, release, ended, day, records)
      select :municipality, word, type, field, weight, release, ended, cast(day as date),
        cast(records as int[])
      from unnest(:words, :types, :fields, :weights, :releases, :ended, :days, :records)
        e(word, type, field, weight, release, ended, day, records)
      """;

  // An index of all postings by municipality would cost each of them; by word there is one anyway.
  private static final String OWN = "select id from search_word where municipality = :municipality";

  private static final String TAKE_OUT =
      """
      update search_posting set records = array_remove(records, :record)
      where word = any(array({own})) and records @> array[:record] returning word
      """;

  private static final String EMPTY =
      "delete from search_posting where word = any(:words) and records = '{}'";

  private static final String FORGET =
      """
      delete from search_word w where w.id = any(:words)
        and not exists (select from search_posting p where p.word = w.id)
      """;

  private static final String SINCE =
      """
      update search_word w set since = x.since
      from (select word, min(release) as since from search_posting
        where word = any(array({own})) and not ended group by word) x
      where w.id = x.word and w.since <> x.since
      """;

  private static final String RECORDED =
      """
      insert into derived_rule (municipality, derived, version)
      values (:municipality, 'search_posting', :rules)
      on conflict (municipality, derived) do update set version = excluded.version
      """;

  private final JdbcClient jdbc;
  private final RecordTypes types;
  private final int municipality;
  private final WordNumbers numbers;
  private final PublishedTexts texts;

  public TextIndex(JdbcClient jdbc, RecordTypes types, int municipality) {
    this.jdbc = jdbc;
    this.types = types;
    this.municipality = municipality;
    this.numbers = new WordNumbers(jdbc, municipality);
    this.texts = new PublishedTexts(jdbc, types);
  }

  /** The municipalities whose texts were published by a server that did not search them. */
  public static List<Integer> missing(JdbcClient jdbc) {
    return jdbc.sql(
            """
            select distinct r.municipality from release r
            where not exists (select from derived_rule d
              where d.municipality = r.municipality and d.derived = 'search_posting')
            order by 1
            """)
        .query((row, n) -> row.getInt(1))
        .list();
  }

  /** Adds which words come with a release, and which go. */
  public void publish(int release, TouchedTables touched) {
    if (isFilled()) {
      write(touched.all(), Which.RELEASE, release);
    } else if (isFirst(release)) {
      write(touched.all(), Which.RELEASE, release);
      record();
    } else {
      fill();
    }
  }

  boolean isFilled() {
    return jdbc.sql(
            """
            select exists (select from derived_rule
              where municipality = :municipality and derived = 'search_posting')
            """)
        .param("municipality", municipality)
        .query(boolean.class)
        .single();
  }

  boolean isOfPresentRules() {
    return jdbc.sql(
            """
            select exists (select from derived_rule where municipality = :municipality
              and derived = 'search_posting' and version = :rules)
            """)
        .param("municipality", municipality)
        .param("rules", RULES)
        .query(boolean.class)
        .single();
  }

  private boolean isFirst(int release) {
    return jdbc.sql(
            """
            select not exists (select from release
              where municipality = :municipality and id < :release)
            """)
        .param("municipality", municipality)
        .param("release", release)
        .query(boolean.class)
        .single();
  }

  /** Writes everything that the municipality ever published. */
  public void fill() {
    own("delete from search_posting where word = any(array({own}))");
    own("delete from search_word where municipality = :municipality");
    if (write(types.all(), Which.MUNICIPALITY, municipality)) {
      own(SINCE);
    }
    record();
  }

  private void record() {
    jdbc.sql(RECORDED).param("municipality", municipality).param("rules", RULES).update();
  }

  /** Writes anew where the words of a record stand, and forgets those that now stand nowhere. */
  public void rewrite(int record) {
    Integer[] former =
        jdbc.sql(withOwn(TAKE_OUT))
            .param("municipality", municipality)
            .param("record", record)
            .query((row, n) -> row.getInt(1))
            .list()
            .toArray(Integer[]::new);
    jdbc.sql(EMPTY).param("words", former).update();
    write(types.all(), Which.RECORD, record);
    jdbc.sql(FORGET).param("words", former).update();
    own(SINCE);
  }

  private static String withOwn(String sql) {
    return new Template(sql).withAny(Map.of("own", OWN)).sql();
  }

  private void own(String sql) {
    jdbc.sql(withOwn(sql)).param("municipality", municipality).update();
  }

  /** Returns whether it was of several releases; words then have that of the first part. */
  private boolean write(Collection<RecordType> tables, Which which, int value) {
    NewPostings postings = new NewPostings(this::insert);
    IntSummaryStatistics releases = new IntSummaryStatistics();
    texts.each(
        tables,
        which,
        value,
        turn -> {
          releases.accept(turn.release());
          WordChange.each(turn, postings);
        });
    postings.flush();
    return releases.getMin() < releases.getMax();
  }

  private void insert(List<NewPostings.Posting> postings) {
    numbers.add(
        postings.stream()
            .map(NewPostings.Posting::word)
            .collect(Collectors.toCollection(LinkedHashSet::new)),
        postings.stream().mapToInt(posting -> posting.place().release()).min().orElseThrow());
    List<Place> places = postings.stream().map(NewPostings.Posting::place).toList();
    jdbc.sql(INSERT)
        .param("municipality", municipality)
        .param("words", array(postings, posting -> numbers.of(posting.word())))
        .param("types", array(places, Place::type))
        .param("fields", places.stream().map(Place::field).toArray(String[]::new))
        .param("weights", array(places, Place::weight))
        .param("releases", array(places, Place::release))
        .param("ended", places.stream().map(Place::ended).toArray(Boolean[]::new))
        .param("days", places.stream().map(Place::day).toArray(String[]::new))
        .param(
            "records", postings.stream().map(NewPostings.Posting::records).toArray(String[]::new))
        .update();
  }

  private static <V> Integer[] array(List<V> values, ToIntFunction<V> number) {
    return values.stream().map(number::applyAsInt).toArray(Integer[]::new);
  }
}

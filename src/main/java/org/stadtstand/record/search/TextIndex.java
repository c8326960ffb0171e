package org.stadtstand.record.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.declaration.TouchedTables;
import org.stadtstand.record.search.PublishedTexts.Entry;

/**
 * Writes what search looks through, in the transaction that publishes or withholds: the texts of
 * published rows and their distinct words. It follows from the rows alone, and is part of no hash.
 */
public final class TextIndex {

  /** By which rules texts are split and weighed; raised when they change. */
  static final int RULES = 1;

  private static final int AT_ONCE = 5_000;

  private static final String INSERT =
      """
      insert into search_text
        (municipality, type, record, field, weight, since, until, day, words)
      select :municipality, type, record, field, weight, since, until, cast(day as date),
        cast(words as int[])
      from unnest(:types, :records, :fields, :weights, :sinces, :untils, :days, :words)
        e(type, record, field, weight, since, until, day, words)
      """;

  // Records are looked up as an array: as a join, the planner would read all texts for a few.
  private static final String END =
      """
      update search_text set until = :release
      where record = any(array({ended})) and since < :release and until = {open}
      """;

  private static final String ENDED =
      """
      select record from {table}
      where municipality = :municipality and until = :release and until < {open}
      """;

  private static final String FORGET =
      """
      delete from search_word w where w.id = any(:words)
        and not exists (select from search_text t where t.words @> array[w.id])
      """;

  // An index of all texts by municipality would cost each of them; by record there is one anyway.
  private static final String OWN = "select id from record where municipality = :municipality";

  private static final String SINCE =
      """
      update search_word w set since = x.since
      from (select u.word, min(t.since) as since
        from search_text t cross join unnest(t.words) u(word)
        where t.record = any(array({own})) group by u.word) x
      where w.id = x.word and w.since <> x.since
      """;

  private static final String RECORDED =
      """
      insert into derived_rule (municipality, derived, version)
      values (:municipality, 'search_text', :rules)
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
              where d.municipality = r.municipality and d.derived = 'search_text')
            order by 1
            """)
        .query((row, n) -> row.getInt(1))
        .list();
  }

  /** Adds what a release brings, and ends what it ends. */
  public void publish(int release, TouchedTables touched) {
    if (!isFilled()) {
      fill();
      return;
    }
    String ended =
        touched.ended().stream()
            .map(type -> new Template(ENDED).with("table", type.table()).sql())
            .collect(Collectors.joining("union all "));
    if (!ended.isEmpty()) {
      jdbc.sql(new Template(END).with("ended", ended).sql())
          .param("municipality", municipality)
          .param("release", release)
          .update();
    }
    write(touched.began(), "t.since = :which", release);
  }

  boolean isFilled() {
    return jdbc.sql(
            """
            select exists (select from derived_rule
              where municipality = :municipality and derived = 'search_text')
            """)
        .param("municipality", municipality)
        .query(boolean.class)
        .single();
  }

  /** Writes everything that the municipality ever published. */
  public void fill() {
    own("delete from search_text where record = any(array({own}))");
    own("delete from search_word where municipality = :municipality");
    if (write(types.all(), "t.since >= :which", 0)) {
      own(SINCE);
    }
    jdbc.sql(RECORDED).param("municipality", municipality).param("rules", RULES).update();
  }

  /** Writes the texts of a record anew, and forgets the words that now stand nowhere. */
  public void rewrite(int record) {
    Integer[] former =
        jdbc.sql(
                """
                select distinct u.word from search_text t cross join unnest(t.words) u(word)
                where t.record = :record
                """)
            .param("record", record)
            .query((row, n) -> row.getInt(1))
            .list()
            .toArray(Integer[]::new);
    jdbc.sql("delete from search_text where record = :record").param("record", record).update();
    write(types.all(), "t.record = :which", record);
    jdbc.sql(FORGET).param("words", former).update();
    own(SINCE);
  }

  private void own(String sql) {
    jdbc.sql(new Template(sql).withAny(Map.of("own", OWN)).sql())
        .param("municipality", municipality)
        .update();
  }

  /** Returns whether the rows are of several releases; words then have that of the first part. */
  private boolean write(Collection<RecordType> of, String which, int value) {
    List<Entry> entries = new ArrayList<>();
    IntSummaryStatistics releases = new IntSummaryStatistics();
    texts.each(
        of,
        municipality,
        which,
        value,
        entry -> {
          entries.add(entry);
          releases.accept(entry.since());
          if (entries.size() == AT_ONCE) {
            insert(entries);
            entries.clear();
          }
        });
    if (!entries.isEmpty()) {
      insert(entries);
    }
    return releases.getMin() < releases.getMax();
  }

  private void insert(List<Entry> entries) {
    Set<String> words =
        entries.stream()
            .flatMap(entry -> entry.words().stream())
            .map(WrittenWord::word)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    numbers.add(words, entries.stream().mapToInt(Entry::since).min().orElseThrow());
    jdbc.sql(INSERT)
        .param("municipality", municipality)
        .param("types", ints(entries, Entry::type))
        .param("records", ints(entries, Entry::record))
        .param("fields", entries.stream().map(entry -> entry.field().name()).toArray(String[]::new))
        .param("weights", ints(entries, entry -> entry.field().weight()))
        .param("sinces", ints(entries, Entry::since))
        .param("untils", ints(entries, Entry::until))
        .param("days", entries.stream().map(Entry::day).toArray(String[]::new))
        .param("words", entries.stream().map(this::numbered).toArray(String[]::new))
        .update();
  }

  private static Integer[] ints(List<Entry> entries, ToIntFunction<Entry> value) {
    return entries.stream().map(value::applyAsInt).toArray(Integer[]::new);
  }

  /** The words by number, as PostgreSQL writes an array. */
  private String numbered(Entry entry) {
    return entry.words().stream()
        .map(word -> String.valueOf(numbers.of(word.word())))
        .collect(Collectors.joining(",", "{", "}"));
  }
}

package org.stadtstand.record.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.record.time.Pin;

/**
 * Reads in which records words stand. The database only hands the rows over: to count, compare and
 * rank the numbers in them takes it many times as long as the server.
 */
@Component
class Postings {

  // Selected: the planner looks at each of many values that it is shown.
  private static final String WORDS = "p.word = any(array(select unnest({0})))";

  private static final String IN_STATES =
      """
      select pin.n, p.word, p.type, p.field, p.weight, p.ended, p.records
      from search_posting p
      join unnest({1}, {2}, {3}) with ordinality pin(municipality, release, day, n)
        on p.municipality = pin.municipality and p.release <= pin.release and p.day <= pin.day
      where\s\
      """
          + WORDS;

  // What went between the first and the last release may fit in one of them.
  private static final String IN_TEXTS =
      """
      select 1 as n, p.word, p.type, p.field, p.weight, p.ended, p.records
      from search_posting p
      where p.type = {1} and p.field = any({2}) and p.day <= {5}
        and p.release <= case when p.ended then {3} else {4} end and\s\
      """
          + WORDS;

  private final Statements statements;

  Postings(Statements statements) {
    this.statements = statements;
  }

  /**
   * Some records and a word in one of their texts.
   *
   * @param n of the state, from 1
   * @param ended whether the word went from the text; if not, it came
   */
  record Posting(
      int n, int word, int type, String field, int weight, boolean ended, int[] records) {}

  /** What came and went until each state. */
  List<Posting> read(Collection<Integer> words, List<Pin> states) {
    return statements.rows(
        DSL.resultQuery(
            IN_STATES,
            DSL.val(words.toArray(Integer[]::new)),
            DSL.val(states.stream().map(pin -> pin.place().id()).toArray(Integer[]::new)),
            DSL.val(states.stream().map(Pin::release).toArray(Integer[]::new)),
            DSL.val(states.stream().map(Pin::day).toArray(LocalDate[]::new))),
        Postings::posting);
  }

  /**
   * The records that have one of the words in one of the texts, in any of the states; of one
   * municipality.
   */
  int[] records(Collection<Integer> words, int type, List<String> fields, List<Pin> states) {
    List<Integer> releases = states.stream().map(Pin::release).sorted().toList();
    return standing(
        statements.rows(
            DSL.resultQuery(
                IN_TEXTS,
                DSL.val(words.toArray(Integer[]::new)),
                DSL.val(type),
                DSL.val(fields.toArray(String[]::new)),
                DSL.val(releases.getFirst()),
                DSL.val(releases.getLast()),
                DSL.val(states.stream().map(Pin::day).max(LocalDate::compareTo).orElseThrow())),
            Postings::posting));
  }

  private static Posting posting(ResultSet row) throws SQLException {
    return new Posting(
        row.getInt("n"),
        row.getInt("word"),
        row.getInt("type"),
        row.getString("field"),
        row.getInt("weight"),
        row.getBoolean("ended"),
        numbers((Integer[]) row.getArray("records").getArray()));
  }

  /** In a fifth of the memory. */
  private static int[] numbers(Integer[] records) {
    return Arrays.stream(records).mapToInt(Integer::intValue).toArray();
  }

  /** The records, in order, to which one of the words came once more than it went. */
  static int[] standing(Collection<Posting> postings) {
    int[] came = sorted(postings.stream().filter(posting -> !posting.ended()));
    int[] went = sorted(postings.stream().filter(Posting::ended));
    int kept = 0;
    int gone = 0;
    for (int record : came) {
      if (gone < went.length && went[gone] == record) {
        gone++;
      } else if (kept == 0 || came[kept - 1] != record) {
        came[kept] = record;
        kept++;
      }
    }
    return Arrays.copyOf(came, kept);
  }

  private static int[] sorted(Stream<Posting> postings) {
    return postings.flatMapToInt(posting -> Arrays.stream(posting.records())).sorted().toArray();
  }
}

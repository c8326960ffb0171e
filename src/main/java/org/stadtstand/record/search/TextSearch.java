package org.stadtstand.record.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.record.search.FoundTerm.Wanted;
import org.stadtstand.record.time.Pin;

/**
 * Finds the records that hold all words of a question, the best first. The score of a record is a
 * whole number, so that the order is the same on every server: for each part of the question the
 * weight of the text times how close the word is, where that is most, all added up.
 */
@Component
public class TextSearch {

  /** No more are put in order, and nobody reads further. */
  public static final int MOST = 10_000;

  // Texts are found first: joined with the states before, the index of their words is of no use.
  private static final String HITS =
      """
      with asked as materialized (
        select term, factor, cast(words as int[]) as words, pattern
        from unnest({4}, {5}, {6}, {7}) a(term, factor, words, pattern)
      ), pin as materialized (
        select * from unnest({0}, {1}, {2}) with ordinality p(municipality, release, day, n)
      ), hit as materialized (
        select pin.n, t.type, t.record, a.term, max(t.weight * a.factor) as score
        from asked a
        join search_text t on t.words && a.words
        join pin on t.municipality = pin.municipality
          and t.since <= pin.release and t.until > pin.release and t.day <= pin.day
        where t.type = any({3}) and (a.pattern is null
          or (' ' || array_to_string(t.words, ' ') || ' ') ~ a.pattern)
        group by pin.n, t.type, t.record, a.term
      ), found as materialized (
        select n, type, record, sum(score) as score from hit
        group by n, type, record
        having count(*) filter (where term > 0) = {8} and count(*) filter (where term < 0) = 0
      )
      select f.n, f.type, f.record, k.key, cast(f.score as int) as score
      from found f join record k on k.id = f.record
      order by f.score desc, f.type, f.n, k.key limit {9}
      """;

  private final Statements statements;
  private final WordFinder words;

  TextSearch(Statements statements, WordFinder words) {
    this.statements = statements;
    this.words = words;
  }

  /**
   * The records of the given types that hold the words in the states.
   *
   * @param types the numbers of the types that can be shown
   */
  public SearchResult find(SearchQuestion question, List<Pin> pins, Set<Integer> types) {
    // By name: cities have other numbers on other servers.
    List<Pin> states =
        pins.stream().sorted(Comparator.comparing((Pin pin) -> pin.place().key())).toList();
    List<FoundTerm> terms = words.find(question, states);
    boolean nowhere = terms.stream().anyMatch(term -> !term.term().excluded() && term.isNowhere());
    List<SearchResult.Hit> hits = nowhere ? List.of() : hits(terms, states, types);
    boolean more = hits.size() > MOST;
    return new SearchResult(terms, more ? List.copyOf(hits.subList(0, MOST)) : hits, more);
  }

  private List<SearchResult.Hit> hits(List<FoundTerm> terms, List<Pin> states, Set<Integer> types) {
    List<Wanted> wanted = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      FoundTerm term = terms.get(i);
      if (!term.isNowhere()) {
        wanted.addAll(term.wanted(term.term().excluded() ? -1 - i : 1 + i));
      }
    }
    int all = (int) terms.stream().filter(term -> !term.term().excluded()).count();
    return statements.rows(
        HITS,
        List.of(
            ints(states, pin -> pin.place().id()),
            ints(states, Pin::release),
            states.stream().map(Pin::day).toArray(LocalDate[]::new),
            types.toArray(Integer[]::new),
            ints(wanted, Wanted::number),
            ints(wanted, Wanted::factor),
            wanted.stream().map(Wanted::words).toArray(String[]::new),
            wanted.stream().map(Wanted::pattern).toArray(String[]::new),
            all,
            MOST + 1),
        row -> hit(row, states));
  }

  private static SearchResult.Hit hit(Row row, List<Pin> states) {
    return new SearchResult.Hit(
        states.get(row.integer("n") - 1),
        row.integer("type"),
        row.record(),
        row.key(),
        row.integer("score"));
  }

  private static <V> Integer[] ints(List<V> values, Function<V, Integer> number) {
    return values.stream().map(number).toArray(Integer[]::new);
  }
}

package org.stadtstand.record.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.stadtstand.record.search.PhraseTexts.Text;
import org.stadtstand.record.search.Postings.Posting;
import org.stadtstand.record.time.Pin;

/** Finds the records in which a part of a question stands, each with its score. */
@Component
class TermPlaces {

  private final Postings postings;
  private final PhraseTexts texts;

  TermPlaces(Postings postings, PhraseTexts texts) {
    this.postings = postings;
    this.texts = texts;
  }

  /**
   * Records of one type in one state.
   *
   * @param n of the state, from 1
   */
  record Group(int n, int type) {}

  /** Those that are equally good. */
  private record Rank(Group group, int score) {}

  /** The records that have the part, by type and state. */
  Map<Group, ScoredRecords> find(FoundTerm term, List<Pin> states) {
    Map<Integer, Integer> factors = term.factors();
    List<Posting> found = postings.read(factors.keySet(), states);
    Map<Rank, int[]> ranks =
        term.term().phrase()
            ? phrases(term, found, states)
            : standing(
                found,
                posting ->
                    rank(posting, posting.weight() * factors.getOrDefault(posting.word(), 0)));
    Map<Group, List<ScoredRecords>> scored = new HashMap<>();
    ranks.forEach(
        (rank, records) ->
            scored
                .computeIfAbsent(rank.group(), group -> new ArrayList<>())
                .add(ScoredRecords.of(records, rank.score())));
    Map<Group, ScoredRecords> best = new HashMap<>();
    scored.forEach((group, some) -> best.put(group, ScoredRecords.best(some)));
    return best;
  }

  private static Rank rank(Posting posting, int score) {
    return new Rank(new Group(posting.n(), posting.type()), score);
  }

  private static <K> Map<K, int[]> standing(List<Posting> found, Function<Posting, K> key) {
    Map<K, int[]> standing = new HashMap<>();
    found.stream()
        .collect(Collectors.groupingBy(key))
        .forEach((same, some) -> standing.put(same, Postings.standing(some)));
    return standing;
  }

  /** Where all words of a phrase stand in one text, the text says whether they do so in order. */
  private Map<Rank, int[]> phrases(FoundTerm term, List<Posting> found, List<Pin> states) {
    Map<Text, int[]> all = null;
    for (Set<Integer> words : term.numbers()) {
      Map<Text, int[]> own =
          standing(
              found.stream().filter(posting -> words.contains(posting.word())).toList(),
              posting -> new Text(posting.n(), posting.type(), posting.field(), posting.weight()));
      all = all == null ? own : shared(all, own);
    }
    Map<Rank, int[]> ranks = new HashMap<>();
    texts
        .having(term, Objects.requireNonNull(all), states)
        .forEach(
            (text, records) -> {
              int score = text.weight() * Closeness.WHOLE.factor();
              ranks.merge(
                  new Rank(new Group(text.n(), text.type()), score), records, TermPlaces::either);
            });
    return ranks;
  }

  private static Map<Text, int[]> shared(Map<Text, int[]> one, Map<Text, int[]> other) {
    Map<Text, int[]> shared = new HashMap<>();
    one.forEach(
        (text, records) -> {
          int[] others = other.getOrDefault(text, new int[0]);
          int[] both =
              Arrays.stream(records).filter(r -> Arrays.binarySearch(others, r) >= 0).toArray();
          if (both.length > 0) {
            shared.put(text, both);
          }
        });
    return shared;
  }

  private static int[] either(int[] one, int[] other) {
    return IntStream.concat(Arrays.stream(one), Arrays.stream(other)).toArray();
  }
}

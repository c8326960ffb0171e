package org.stadtstand.record.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.stadtstand.record.search.SearchResult.Rank;
import org.stadtstand.record.search.TermPlaces.Group;
import org.stadtstand.record.time.Pin;

/**
 * Finds the records that hold all words of a question, the best first. The score of a record is a
 * whole number, so that the order is the same on every server: for each part of the question the
 * weight of the text times how close the word is, where that is most, all added up.
 */
@Component
public class TextSearch {

  /** No more are counted; of those that are as good as the last of them, all are listed. */
  public static final int MOST = 10_000;

  private final WordFinder words;
  private final TermPlaces places;

  TextSearch(WordFinder words, TermPlaces places) {
    this.words = words;
    this.places = places;
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
    List<Rank> ranks =
        nowhere
            ? List.of()
            : ranks(terms, states).stream().filter(rank -> types.contains(rank.type())).toList();
    List<Rank> counted = new ArrayList<>();
    int left = MOST;
    for (Rank rank : ranks) {
      if (left > 0) {
        counted.add(rank.counting(left));
        left -= rank.counted();
      }
    }
    return new SearchResult(terms, counted, left < 0 || counted.size() < ranks.size());
  }

  /** Term by term, so that no more is held at once than one of them finds. */
  private List<Rank> ranks(List<FoundTerm> terms, List<Pin> states) {
    Map<Group, ScoredRecords> found = null;
    for (FoundTerm term : terms) {
      if (!term.term().excluded()) {
        Map<Group, ScoredRecords> own = places.find(term, states);
        found = found == null ? own : both(found, own);
      }
    }
    List<Rank> ranks = new ArrayList<>();
    Map<Group, ScoredRecords> left = Objects.requireNonNull(found);
    for (FoundTerm term : terms) {
      if (term.term().excluded() && !term.isNowhere()) {
        places
            .find(term, states)
            .forEach((group, own) -> left.computeIfPresent(group, (same, all) -> all.without(own)));
      }
    }
    left.forEach(
        (group, records) -> ranks.addAll(ranks(states.get(group.n() - 1), group.type(), records)));
    ranks.sort(
        Comparator.comparingInt((Rank rank) -> -rank.score())
            .thenComparingInt(Rank::type)
            .thenComparing(rank -> rank.pin().place().key()));
    return ranks;
  }

  private static Map<Group, ScoredRecords> both(
      Map<Group, ScoredRecords> found, Map<Group, ScoredRecords> others) {
    Map<Group, ScoredRecords> both = new HashMap<>();
    found.forEach(
        (group, own) -> {
          ScoredRecords other = others.get(group);
          if (other != null) {
            both.put(group, own.and(other));
          }
        });
    return both;
  }

  private static List<Rank> ranks(Pin pin, int type, ScoredRecords records) {
    return records.byScore().entrySet().stream()
        .map(same -> new Rank(pin, type, same.getKey(), same.getValue().length, same.getValue()))
        .toList();
  }
}

package org.stadtstand.record.search;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.time.Pin;

/**
 * What a search found.
 *
 * @param terms the parts of the question, with the published words that fit
 * @param ranks the best first
 * @param more whether there are records beyond {@link TextSearch#MOST}
 */
public record SearchResult(List<FoundTerm> terms, List<Rank> ranks, boolean more) {

  private static final int NUMBERS_OF_AN_ENTRY = 20;

  /**
   * A record that was found.
   *
   * @param type the number of its type
   */
  public record Hit(Pin pin, int type, int record, String key, int score) {}

  /**
   * Records that are equally good; their keys order them.
   *
   * @param type the number of their type
   * @param counted how many of them are counted
   * @param records ascending
   */
  public record Rank(Pin pin, int type, int score, int counted, int[] records) {

    Hit hit(int record, String key) {
      return new Hit(pin, type, record, key, score);
    }

    Rank counting(int most) {
      return new Rank(pin, type, score, Math.min(most, counted), records);
    }
  }

  /**
   * How many were found, at most {@link TextSearch#MOST} of all types.
   *
   * @param types their numbers; null for all
   */
  public int count(@Nullable Set<Integer> types) {
    return ranks.stream()
        .filter(rank -> types == null || types.contains(rank.type()))
        .mapToInt(Rank::counted)
        .sum();
  }

  /** The question with what was searched for instead of words nobody wrote; null if all were. */
  public @Nullable String corrected() {
    if (terms.stream().allMatch(term -> term.corrections().isEmpty())) {
      return null;
    }
    return terms.stream().map(SearchResult::corrected).collect(Collectors.joining(" "));
  }

  private static String corrected(FoundTerm term) {
    Set<String> corrections = term.corrections();
    return corrections.isEmpty() ? term.term().toString() : String.join("/", corrections);
  }

  /** How much it holds, in hits and words. */
  public int size() {
    return ranks.stream().mapToInt(rank -> 1 + rank.records().length / NUMBERS_OF_AN_ENTRY).sum()
        + terms.stream().mapToInt(FoundTerm::size).sum();
  }
}

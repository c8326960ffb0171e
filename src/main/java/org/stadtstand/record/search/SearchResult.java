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
 * @param hits the best first
 * @param more whether there are records beyond these
 */
public record SearchResult(List<FoundTerm> terms, List<Hit> hits, boolean more) {

  /**
   * A record that was found.
   *
   * @param type the number of its type
   */
  public record Hit(Pin pin, int type, int record, String key, int score) {}

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

  /** How many hits and words it holds. */
  public int size() {
    return hits.size() + terms.stream().mapToInt(FoundTerm::size).sum();
  }
}

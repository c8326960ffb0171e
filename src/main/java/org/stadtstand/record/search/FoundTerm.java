package org.stadtstand.record.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.search.SearchQuestion.Term;

/**
 * A part of a question with the published words that fit it.
 *
 * @param fitting for each of its words, the published words that fit
 */
public record FoundTerm(Term term, List<Map<String, Fit>> fitting) {

  /**
   * A published word that fits.
   *
   * @param numbers by which the texts of the municipalities hold it
   */
  record Fit(Closeness closeness, List<Integer> numbers) {}

  /** How many published words fit. */
  int size() {
    return fitting.stream().mapToInt(Map::size).sum();
  }

  /** Whether no text can hold it. */
  boolean isNowhere() {
    return fitting.stream().anyMatch(Map::isEmpty);
  }

  /** The words that stand in for one that nobody wrote, in alphabetical order. */
  Set<String> corrections() {
    Set<String> corrections = new TreeSet<>();
    fitting.forEach(
        words ->
            words.forEach(
                (word, fit) -> {
                  if (fit.closeness().compareTo(Closeness.MISTYPED) >= 0) {
                    corrections.add(word);
                  }
                }));
    return corrections;
  }

  /** How close the text comes to it: a factor, 0 if it is not in the text. */
  public int factor(List<WrittenWord> text) {
    return marked(text).stream()
        .mapToInt(
            at -> {
              Fit fit = fitting.getFirst().get(text.get(at).word());
              return fit == null || term.phrase()
                  ? Closeness.WHOLE.factor()
                  : fit.closeness().factor();
            })
        .max()
        .orElse(0);
  }

  /** Where in the text it was found: the places of words, those of a phrase one by one. */
  public List<Integer> marked(List<WrittenWord> text) {
    List<Integer> marked = new ArrayList<>();
    for (int i = 0; i + fitting.size() <= text.size(); i++) {
      if (standsAt(i, text)) {
        for (int j = 0; j < fitting.size(); j++) {
          marked.add(i + j);
        }
      }
    }
    return marked;
  }

  private boolean standsAt(int place, List<WrittenWord> text) {
    for (int j = 0; j < fitting.size(); j++) {
      if (!fitting.get(j).containsKey(text.get(place + j).word())) {
        return false;
      }
    }
    return true;
  }

  /** What the database looks for: words of one closeness, or the first word of a phrase. */
  List<Wanted> wanted(int number) {
    if (term.phrase()) {
      List<Integer> rarest =
          fitting.stream().map(FoundTerm::numbers).min(FoundTerm::byLength).orElseThrow();
      return List.of(new Wanted(number, Closeness.WHOLE.factor(), array(rarest), pattern()));
    }
    Map<Integer, List<Fit>> byFactor =
        fitting.getFirst().values().stream()
            .collect(Collectors.groupingBy(fit -> fit.closeness().factor()));
    return byFactor.entrySet().stream()
        .map(
            same ->
                new Wanted(
                    number,
                    same.getKey(),
                    array(same.getValue().stream().flatMap(f -> f.numbers().stream()).toList()),
                    null))
        .toList();
  }

  private static int byLength(List<Integer> one, List<Integer> other) {
    return Integer.compare(one.size(), other.size());
  }

  private static List<Integer> numbers(Map<String, Fit> words) {
    return words.values().stream().flatMap(fit -> fit.numbers().stream()).toList();
  }

  private static String array(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }

  /** Of the numbers of a text's words, with a blank around each. */
  private String pattern() {
    return fitting.stream()
        .map(words -> numbers(words).stream().map(String::valueOf).collect(Collectors.joining("|")))
        .map(words -> "(" + words + ")")
        .collect(Collectors.joining(" ", " ", " "));
  }

  /**
   * A condition on texts.
   *
   * @param number of the part, negative for one that leaves out
   * @param words of which a text holds at least one
   * @param pattern of the words' order; null if any will do
   */
  record Wanted(int number, int factor, String words, @Nullable String pattern) {}
}

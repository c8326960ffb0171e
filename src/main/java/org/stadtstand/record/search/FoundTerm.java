package org.stadtstand.record.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
                  if (fit.closeness().isCorrection()) {
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

  /** By the number of each published word that fits, how close it is: a factor. */
  Map<Integer, Integer> factors() {
    Map<Integer, Integer> factors = new HashMap<>();
    for (Map<String, Fit> words : fitting) {
      for (Fit fit : words.values()) {
        fit.numbers().forEach(number -> factors.put(number, fit.closeness().factor()));
      }
    }
    return factors;
  }

  /** For each of its words, the numbers of the published words that fit. */
  List<Set<Integer>> numbers() {
    return fitting.stream()
        .map(
            words ->
                words.values().stream()
                    .flatMap(fit -> fit.numbers().stream())
                    .collect(Collectors.toSet()))
        .toList();
  }
}

package org.stadtstand.record.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.ground.text.SortKey;
import org.stadtstand.record.search.FoundTerm.Fit;
import org.stadtstand.record.search.SearchQuestion.SearchWord;
import org.stadtstand.record.time.Pin;

/**
 * Compares the words of a question with the distinct words that were published. The database only
 * makes a choice of them; how close they are is decided here.
 */
@Component
class WordFinder {

  // The index has all but the word, which is looked up for those that fit.
  private static final String CHOICE =
      """
      select a.n, w.id, (select v.word from search_word v where v.id = w.id) as word
      from unnest({0}, {1}) pin(municipality, release)
      join search_word w on w.municipality = pin.municipality and w.since <= pin.release
      join unnest({2}, {3}) a(n, pattern) on w.folded like a.pattern%s
      """;

  private final Statements statements;

  WordFinder(Statements statements) {
    this.statements = statements;
  }

  private record Candidate(SearchWord asked, String word, int number) {}

  /** The words that fit each part of the question in the states. */
  List<FoundTerm> find(SearchQuestion question, List<Pin> pins) {
    Set<SearchWord> asked =
        question.terms().stream()
            .flatMap(term -> term.asked().stream())
            .collect(Collectors.toSet());
    Map<SearchWord, Map<String, Fit>> found =
        fitting(candidates(asked, WordFinder::patterns, pins), SearchWord::closeness);
    List<SearchWord> unknown =
        asked.stream().filter(word -> word.mayBeMistyped() && !found.containsKey(word)).toList();
    if (!unknown.isEmpty()) {
      found.putAll(corrected(unknown, pins));
    }
    return question.terms().stream()
        .map(
            term ->
                new FoundTerm(
                    term,
                    term.asked().stream().map(word -> found.getOrDefault(word, Map.of())).toList()))
        .toList();
  }

  /**
   * What nobody wrote, by the words that stand in for it. These are then looked for as if they had
   * been asked for, beginnings and parts too: what is said to have been searched for finds the
   * same.
   */
  private Map<SearchWord, Map<String, Fit>> corrected(List<SearchWord> unknown, List<Pin> pins) {
    List<Candidate> near = candidates(unknown, word -> mistakes(word.word()), pins);
    Map<SearchWord, Map<String, Fit>> found = new HashMap<>();
    fitting(near, (word, other) -> Closeness.mistyped(word.word(), other))
        .forEach((word, others) -> found.put(word, closest(others)));
    Set<SearchWord> meant =
        found.values().stream()
            .flatMap(words -> words.keySet().stream())
            .map(word -> new SearchWord(word, false, false))
            .collect(Collectors.toSet());
    Map<SearchWord, Map<String, Fit>> holding =
        fitting(
            candidates(meant, WordFinder::patterns, pins),
            (word, other) -> word.closeness(other) == null ? null : Closeness.OF_CORRECTION);
    found
        .values()
        .forEach(
            words ->
                List.copyOf(words.keySet()).stream()
                    .map(word -> holding.getOrDefault(new SearchWord(word, false, false), Map.of()))
                    .forEach(others -> others.forEach(words::putIfAbsent)));
    return found;
  }

  private interface Patterns {
    List<String> of(SearchWord asked);
  }

  /**
   * A condition on words: numbers need not be looked at to find what has letters. One letter could
   * be the mistake.
   */
  static String among(String letters) {
    boolean numbers = letters.chars().filter(c -> !Character.isDigit(c)).count() < 2;
    return numbers ? "" : " and w.folded ~ '[^0-9]'";
  }

  private List<Candidate> candidates(
      Collection<SearchWord> asked, Patterns patterns, List<Pin> pins) {
    return asked.stream()
        .collect(Collectors.groupingBy(word -> among(SortKey.of(word.word()))))
        .entrySet()
        .stream()
        .flatMap(same -> chosen(same.getKey(), same.getValue(), patterns, pins).stream())
        .toList();
  }

  private List<Candidate> chosen(
      String among, List<SearchWord> asked, Patterns patterns, List<Pin> pins) {
    List<SearchWord> words = new ArrayList<>();
    List<String> likes = new ArrayList<>();
    for (SearchWord word : asked) {
      for (String pattern : patterns.of(word)) {
        words.add(word);
        likes.add(pattern);
      }
    }
    return statements.rows(
        CHOICE.formatted(among),
        List.of(
            pins.stream().map(pin -> pin.place().id()).toArray(Integer[]::new),
            pins.stream().map(Pin::release).toArray(Integer[]::new),
            Stream.iterate(0, n -> n + 1).limit(words.size()).toArray(Integer[]::new),
            likes.toArray(String[]::new)),
        row -> new Candidate(words.get(row.integer("n")), row.text("word"), row.integer("id")));
  }

  private static Map<SearchWord, Map<String, Fit>> fitting(
      List<Candidate> candidates, BiFunction<SearchWord, String, @Nullable Closeness> closeness) {
    Map<SearchWord, Map<String, Fit>> fitting = new HashMap<>();
    for (Candidate candidate : candidates) {
      Closeness close = closeness.apply(candidate.asked(), candidate.word());
      if (close != null) {
        fitting
            .computeIfAbsent(candidate.asked(), word -> new TreeMap<>())
            .computeIfAbsent(candidate.word(), word -> new Fit(close, new ArrayList<>()))
            .numbers()
            .add(candidate.number());
      }
    }
    return fitting;
  }

  /** A whole word that was meant is better than the beginning of one. */
  private static Map<String, Fit> closest(Map<String, Fit> words) {
    Map<Closeness, Map<String, Fit>> byCloseness = new EnumMap<>(Closeness.class);
    words.forEach(
        (word, fit) ->
            byCloseness.computeIfAbsent(fit.closeness(), close -> new TreeMap<>()).put(word, fit));
    return Objects.requireNonNull(byCloseness.values().iterator().next());
  }

  /** Letters and digits alone: nothing in them means anything to LIKE. */
  private static List<String> patterns(SearchWord asked) {
    String word = SortKey.of(asked.word());
    if (asked.whole()) {
      return List.of(word);
    }
    return List.of(word.length() < Closeness.LETTERS_OF_A_PART ? word + "%" : "%" + word + "%");
  }

  /** One mistake leaves what is before a letter as it is, or what is behind it. */
  private static List<String> mistakes(String asked) {
    String word = SortKey.of(asked);
    int middle = word.length() / 2;
    return word.length() < Closeness.LETTERS_OF_A_MISTAKE
        ? List.of()
        : List.of(word.substring(0, middle) + "%", "%" + word.substring(middle + 1) + "%");
  }
}

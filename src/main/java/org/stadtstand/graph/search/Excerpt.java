package org.stadtstand.graph.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.stadtstand.record.search.WrittenWord;

/**
 * The part of a text in which words were found: plain, from word to word, with an ellipsis where
 * something is left out.
 */
record Excerpt(List<ExcerptPart> parts) {

  private static final int LONGEST = 200;
  private static final int BEFORE = 60;
  private static final String ELLIPSIS = "…";

  /**
   * A piece of an excerpt.
   *
   * @param marked whether it is what was searched for
   */
  record ExcerptPart(String text, boolean marked) {}

  /**
   * @param words of the text
   * @param marked which of them were found
   */
  static Excerpt of(String text, List<WrittenWord> words, Set<Integer> marked) {
    TextRange shown = shown(text, words, marked);
    List<ExcerptPart> parts = new ArrayList<>();
    int done = shown.from();
    String lead = shown.from() > 0 ? ELLIPSIS : "";
    for (int place : marked.stream().sorted().toList()) {
      WrittenWord word = words.get(place);
      if (word.from() >= shown.from() && word.to() <= shown.to()) {
        add(parts, lead + text.substring(done, word.from()), false);
        add(parts, text.substring(word.from(), word.to()), true);
        done = word.to();
        lead = "";
      }
    }
    String end = shown.to() < text.length() ? ELLIPSIS : "";
    add(parts, lead + text.substring(done, shown.to()) + end, false);
    return new Excerpt(parts);
  }

  private static void add(List<ExcerptPart> parts, String text, boolean marked) {
    if (!text.isEmpty()) {
      parts.add(new ExcerptPart(text, marked));
    }
  }

  private record TextRange(int from, int to) {}

  /** Around the first word that was found, with more behind it than before. */
  private static TextRange shown(String text, List<WrittenWord> words, Set<Integer> marked) {
    if (text.length() <= LONGEST) {
      return new TextRange(0, text.length());
    }
    int room = LONGEST - 2 * ELLIPSIS.length();
    WrittenWord first = words.get(marked.stream().min(Integer::compare).orElse(0));
    int earliest = Math.max(0, Math.min(first.from() - BEFORE, text.length() - room));
    int from =
        words.stream()
            .mapToInt(WrittenWord::from)
            .filter(begin -> earliest > 0 && begin >= earliest)
            .findFirst()
            .orElse(0);
    int latest = from + room;
    int to =
        text.length() <= latest
            ? text.length()
            : words.stream()
                .mapToInt(WrittenWord::to)
                .filter(end -> end > from && end <= latest)
                .max()
                .orElse(latest);
    return new TextRange(from, to);
  }

  String text() {
    return parts.stream().map(ExcerptPart::text).collect(Collectors.joining());
  }
}

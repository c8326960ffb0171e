package org.stadtstand.serve.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sentences in an answer that can be pasted, each with the citation of what it rests on. */
final class AnswerSentences {

  /** How many are quoted. */
  static final int SHOWN = 12;

  private static final String SENTENCE = "sentence";
  private static final String PROOF = "sentenceCitation";

  /** The fields that are quoted. */
  static final Set<String> QUOTED = Set.of(SENTENCE, PROOF);

  private AnswerSentences() {}

  /** A sentence; its proof is empty if the answer holds none. */
  record Quotable(String text, List<LinkedText.Piece> proof) {}

  static List<Quotable> of(@Nullable Object data) {
    List<Quotable> found = new ArrayList<>();
    collect(data, found);
    return found.stream().distinct().limit(SHOWN).toList();
  }

  private static void collect(@Nullable Object value, List<Quotable> found) {
    if (value instanceof Map<?, ?> members) {
      if (members.get(SENTENCE) instanceof String sentence) {
        Object proof = members.get(PROOF);
        found.add(new Quotable(sentence, LinkedText.of(proof == null ? "" : proof.toString())));
      }
      members.values().forEach(inner -> collect(inner, found));
    } else if (value instanceof List<?> elements) {
      elements.forEach(inner -> collect(inner, found));
    }
  }
}

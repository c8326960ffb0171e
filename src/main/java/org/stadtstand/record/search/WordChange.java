package org.stadtstand.record.search;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.search.PublishedTexts.Said;
import org.stadtstand.record.search.PublishedTexts.Turn;

/**
 * A word that came into a text of a record with a release, or went from it. What stays when other
 * values of its row change is no change.
 */
record WordChange(String word, Place place, int record) {

  /**
   * Where words stand, and since or until when.
   *
   * @param weight how much a word found there counts
   * @param ended whether they went
   * @param day from which the row counts, as PostgreSQL writes it
   */
  record Place(int type, String field, int weight, int release, boolean ended, String day) {}

  /** Calls back for each word that came or went with a turn. */
  static void each(Turn turn, Consumer<WordChange> taker) {
    each(turn, false, turn.after(), turn.before(), taker);
    each(turn, true, turn.before(), turn.after(), taker);
  }

  /** The words that one state of a record has and the other has not. */
  private static void each(
      Turn turn,
      boolean ended,
      @Nullable Said said,
      @Nullable Said other,
      Consumer<WordChange> taker) {
    if (said == null) {
      return;
    }
    for (int i = 0; i < turn.fields().size(); i++) {
      Set<String> words = words(said, i);
      if (other != null && other.day().equals(said.day())) {
        words.removeAll(words(other, i));
      }
      SearchedField field = turn.fields().get(i);
      Place place =
          new Place(turn.type(), field.name(), field.weight(), turn.release(), ended, said.day());
      words.forEach(word -> taker.accept(new WordChange(word, place, turn.record())));
    }
  }

  private static Set<String> words(Said said, int field) {
    return said.words().get(field).stream()
        .map(WrittenWord::word)
        .collect(Collectors.toCollection(HashSet::new));
  }
}

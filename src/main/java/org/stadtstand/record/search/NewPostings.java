package org.stadtstand.record.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.stadtstand.record.search.WordChange.Place;

/**
 * Gathers the records of each word, so that a word of many is written as a few long rows. Not a
 * thread's to share.
 */
final class NewPostings implements Consumer<WordChange> {

  /** So many are held in memory; each takes some ten bytes. */
  private static final int MOST = 2_000_000;

  private static final int AT_ONCE = 5_000;

  private final Map<Place, Map<String, StringBuilder>> records = new HashMap<>();
  private final Consumer<List<Posting>> writer;
  private int held;

  NewPostings(Consumer<List<Posting>> writer) {
    this.writer = writer;
  }

  /**
   * A row to be written.
   *
   * @param records as PostgreSQL writes an array
   */
  record Posting(String word, Place place, String records) {}

  @Override
  public void accept(WordChange change) {
    records
        .computeIfAbsent(change.place(), place -> new HashMap<>())
        .computeIfAbsent(change.word(), word -> new StringBuilder())
        .append(change.record())
        .append(',');
    held++;
    if (held == MOST) {
      flush();
    }
  }

  /** Hands over what is still held. */
  void flush() {
    List<Posting> postings = new ArrayList<>();
    records.forEach(
        (place, words) ->
            words.forEach(
                (word, numbers) -> {
                  numbers.setLength(numbers.length() - 1);
                  postings.add(new Posting(word, place, "{" + numbers + "}"));
                  if (postings.size() == AT_ONCE) {
                    writer.accept(postings);
                    postings.clear();
                  }
                }));
    if (!postings.isEmpty()) {
      writer.accept(postings);
    }
    records.clear();
    held = 0;
  }
}

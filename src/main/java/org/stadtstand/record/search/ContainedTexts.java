package org.stadtstand.record.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.time.Pin;

/**
 * Finds the records that may fit a filter which seeks parts of texts, by the distinct words of a
 * municipality: each is compared once, however many texts have it. The filter is still to be
 * tested, because what it seeks can go on beyond a word.
 */
@Component
public class ContainedTexts {

  /** What is in more words says little. */
  private static final int MOST_WORDS = 1_000;

  private static final String WORDS =
      """
      select w.id from search_word w
      where w.municipality = {0} and w.since <= {1} and w.folded like {2}%s limit {3}
      """;

  private final Statements statements;
  private final Postings postings;

  ContainedTexts(Statements statements, Postings postings) {
    this.statements = statements;
    this.postings = postings;
  }

  /**
   * The records of a municipality of which all are that have what is sought; nothing if they are
   * too many.
   *
   * @param pins of one municipality
   * @param most more are sooner tested where they stand than looked up one by one
   */
  public Optional<int[]> find(List<Pin> pins, RecordType type, SoughtParts parts, int most) {
    int[] found = new int[0];
    for (SoughtParts.Part part : parts.any()) {
      List<Integer> words = words(pins, part.letters());
      if (words.size() > MOST_WORDS) {
        return Optional.empty();
      }
      found = either(found, records(words, type, part, pins));
      if (found.length > most) {
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }

  /**
   * How many records of a state have letters within a word of their text; nothing if too many words
   * have them.
   *
   * @param part of one text
   */
  public Optional<Integer> count(Pin pin, RecordType type, SoughtParts.Part part) {
    List<Pin> pins = List.of(pin);
    List<Integer> words = words(pins, part.letters());
    return words.size() > MOST_WORDS
        ? Optional.empty()
        : Optional.of(records(words, type, part, pins).length);
  }

  private static int[] either(int[] some, int[] others) {
    return IntStream.concat(Arrays.stream(some), Arrays.stream(others))
        .sorted()
        .distinct()
        .toArray();
  }

  private int[] records(
      List<Integer> words, RecordType type, SoughtParts.Part part, List<Pin> pins) {
    return words.isEmpty()
        ? new int[0]
        : postings.records(words, type.number(), part.fields(), pins);
  }

  /** Letters and digits alone: nothing in them means anything to LIKE. */
  private List<Integer> words(List<Pin> pins, String letters) {
    return statements.rows(
        WORDS.formatted(WordFinder.among(letters)),
        List.of(pins.getFirst().place().id(), last(pins), "%" + letters + "%", MOST_WORDS + 1),
        row -> row.integer("id"));
  }

  private static int last(List<Pin> pins) {
    return pins.stream().mapToInt(Pin::release).max().orElseThrow();
  }
}

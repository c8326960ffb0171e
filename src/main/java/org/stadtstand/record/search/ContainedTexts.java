package org.stadtstand.record.search;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
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

  /** More are sooner tested where they stand than looked up one by one. */
  private static final int MOST_RECORDS = 5_000;

  private static final String WORDS =
      """
      select w.id from search_word w
      where w.municipality = {0} and w.since <= {1} and w.folded like {2}%s limit {3}
      """;

  // In the releases between the first and the last: texts that came and went are tested, too. Not
  // "distinct", for which the planner walks all texts in the order of their records.
  private static final String RECORDS =
      """
      select t.record from search_text t
      where t.words && {0} and t.municipality = {1} and t.type = {2} and t.field = any({3})
        and t.since <= {4} and t.until > {5}
      limit {6}
      """;

  private final Statements statements;

  ContainedTexts(Statements statements) {
    this.statements = statements;
  }

  /**
   * The records of a municipality of which all are that have what is sought; nothing if they are
   * too many.
   *
   * @param pins of one municipality
   */
  public Optional<Integer[]> find(List<Pin> pins, RecordType type, SoughtParts parts) {
    TreeSet<Integer> found = new TreeSet<>();
    for (SoughtParts.Part part : parts.any()) {
      List<Integer> words = words(pins, part.letters());
      if (words.size() > MOST_WORDS) {
        return Optional.empty();
      }
      found.addAll(words.isEmpty() ? List.of() : records(pins, type, part.fields(), words));
      if (found.size() > MOST_RECORDS) {
        return Optional.empty();
      }
    }
    return Optional.of(found.toArray(Integer[]::new));
  }

  /** Letters and digits alone: nothing in them means anything to LIKE. */
  private List<Integer> words(List<Pin> pins, String letters) {
    return statements.rows(
        WORDS.formatted(WordFinder.among(letters)),
        List.of(pins.getFirst().place().id(), last(pins), "%" + letters + "%", MOST_WORDS + 1),
        row -> row.integer("id"));
  }

  private List<Integer> records(
      List<Pin> pins, RecordType type, List<String> fields, List<Integer> words) {
    return statements.rows(
        RECORDS,
        List.of(
            words.toArray(Integer[]::new),
            pins.getFirst().place().id(),
            type.number(),
            fields.toArray(String[]::new),
            last(pins),
            pins.stream().mapToInt(Pin::release).min().orElseThrow(),
            MOST_RECORDS + 1),
        row -> row.integer("record"));
  }

  private static int last(List<Pin> pins) {
    return pins.stream().mapToInt(Pin::release).max().orElseThrow();
  }
}

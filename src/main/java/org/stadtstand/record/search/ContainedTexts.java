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

  private static final String COUNT =
      """
      select count(*) as count from search_text t
      where t.words && {0} and t.municipality = {1} and t.type = {2} and t.field = {3}
        and t.since <= {4} and t.until > {4} and t.day <= {5}
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
   * @param most more are sooner tested where they stand than looked up one by one
   */
  public Optional<Integer[]> find(List<Pin> pins, RecordType type, SoughtParts parts, int most) {
    TreeSet<Integer> found = new TreeSet<>();
    for (SoughtParts.Part part : parts.any()) {
      List<Integer> words = words(pins, part.letters());
      if (words.size() > MOST_WORDS) {
        return Optional.empty();
      }
      found.addAll(
          words.isEmpty()
              ? List.of()
              : records(pins, type, new Sought(part.fields(), words, most)));
      if (found.size() > most) {
        return Optional.empty();
      }
    }
    return Optional.of(found.toArray(Integer[]::new));
  }

  /**
   * How many records of a state have letters within a word of their text; nothing if too many words
   * have them.
   *
   * @param part of one text
   */
  public Optional<Integer> count(Pin pin, RecordType type, SoughtParts.Part part) {
    List<Integer> words = words(List.of(pin), part.letters());
    if (words.isEmpty() || words.size() > MOST_WORDS) {
      return words.isEmpty() ? Optional.of(0) : Optional.empty();
    }
    return statements
        .rows(
            COUNT,
            List.of(
                words.toArray(Integer[]::new),
                pin.place().id(),
                type.number(),
                part.fields().getFirst(),
                pin.release(),
                pin.day()),
            row -> row.integer("count"))
        .stream()
        .findFirst();
  }

  /** Letters and digits alone: nothing in them means anything to LIKE. */
  private List<Integer> words(List<Pin> pins, String letters) {
    return statements.rows(
        WORDS.formatted(WordFinder.among(letters)),
        List.of(pins.getFirst().place().id(), last(pins), "%" + letters + "%", MOST_WORDS + 1),
        row -> row.integer("id"));
  }

  private record Sought(List<String> fields, List<Integer> words, int most) {}

  private List<Integer> records(List<Pin> pins, RecordType type, Sought sought) {
    return statements.rows(
        RECORDS,
        List.of(
            sought.words().toArray(Integer[]::new),
            pins.getFirst().place().id(),
            type.number(),
            sought.fields().toArray(String[]::new),
            last(pins),
            pins.stream().mapToInt(Pin::release).min().orElseThrow(),
            sought.most() + 1),
        row -> row.integer("record"));
  }

  private static int last(List<Pin> pins) {
    return pins.stream().mapToInt(Pin::release).max().orElseThrow();
  }
}

package org.stadtstand.record.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.SortKey;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;

/**
 * What a filter seeks in texts, as letters that must stand within one word: whatever fits the
 * filter has at least one of these words. What is sought across words is tested by the filter
 * itself.
 *
 * @param any of which one is enough
 */
public record SoughtParts(List<Part> any) {

  /** Shorter parts are in too many words. */
  private static final int LETTERS = 3;

  /** Others can be folded differently by the database, by its own version of Unicode. */
  private static final Pattern RUN = Pattern.compile("[a-z0-9]+");

  private static final List<String> OPERATORS = List.of("contains", "startsWith");

  /**
   * Letters in a word of a text.
   *
   * @param fields the text, and its translation if that is read, as search names them
   */
  public record Part(List<String> fields, String letters) {}

  /**
   * The texts that a filter compares.
   *
   * @param columns the column that a field of it names; null if that is no text of a row
   */
  public record Texts(
      RecordType type, Function<String, @Nullable Column> columns, Language language) {}

  /** What every row must have that fits the filter; nothing if it can fit without. */
  public static Optional<SoughtParts> of(Texts texts, Map<String, ?> filter) {
    List<SoughtParts> all = new ArrayList<>();
    filter.forEach(
        (name, value) -> {
          switch (name) {
            case "and" -> each(texts, value).forEach(part -> part.ifPresent(all::add));
            case "or" -> one(each(texts, value)).ifPresent(all::add);
            default -> part(texts, texts.columns().apply(name), value).ifPresent(all::add);
          }
        });
    return all.stream().min(Comparator.comparingInt(SoughtParts::loose));
  }

  /**
   * What a filter seeks that asks for nothing else: the letters within a word of one text. Nothing
   * if what has it can still not fit, or the other way round.
   */
  public static Optional<Part> alone(Texts texts, Map<String, ?> filter) {
    if (filter.size() != 1
        || !(filter.values().iterator().next() instanceof Map<?, ?> operators)
        || operators.size() != 1
        || !(operators.get("contains") instanceof String text)) {
      return Optional.empty();
    }
    return of(texts, filter)
        .map(parts -> parts.any().getFirst())
        .filter(part -> part.fields().size() == 1 && part.letters().equals(SortKey.of(text)));
  }

  /** The fewest words have what is longest. */
  private int loose() {
    return -any.stream().mapToInt(part -> part.letters().length()).min().orElse(0);
  }

  @SuppressWarnings("unchecked")
  private static List<Optional<SoughtParts>> each(Texts texts, @Nullable Object filters) {
    return filters instanceof Collection<?> parts
        ? parts.stream().map(part -> of(texts, (Map<String, ?>) part)).toList()
        : List.of();
  }

  /** One of several, each of which must have something. */
  private static Optional<SoughtParts> one(List<Optional<SoughtParts>> parts) {
    if (parts.isEmpty() || parts.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    return Optional.of(
        new SoughtParts(
            parts.stream().flatMap(part -> part.orElseThrow().any().stream()).toList()));
  }

  private static Optional<SoughtParts> part(
      Texts texts, @Nullable Column column, @Nullable Object operators) {
    if (column == null || !(operators instanceof Map<?, ?> given)) {
      return Optional.empty();
    }
    List<String> fields =
        SearchedField.of(texts.type()).stream()
            .map(SearchedField::name)
            .filter(
                name ->
                    name.equals(column.name())
                        || texts.language() == Language.EN
                            && name.equals(column.name().replaceFirst("(_de)?$", "_en")))
            .toList();
    return OPERATORS.stream()
        .filter(operator -> fields.contains(column.name()))
        .map(given::get)
        .filter(String.class::isInstance)
        .map(text -> longest((String) text))
        .max(Comparator.comparingInt(String::length))
        .filter(letters -> letters.length() >= LETTERS)
        .map(letters -> new SoughtParts(List.of(new Part(fields, letters))));
  }

  private static String longest(String text) {
    return RUN.matcher(SortKey.of(text))
        .results()
        .map(MatchResult::group)
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }
}

package org.stadtstand.graph.changes;

import static java.util.stream.Collectors.toSet;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.steps.Prefilter;
import org.stadtstand.graph.steps.RowTransition;
import org.stadtstand.graph.steps.RowTypes;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.text.Nearest;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.listing.Filters;
import org.stadtstand.record.listing.KeyFilter;

/**
 * Which changes are requested, read from the raw map, so that nothing is ignored. It checks changes
 * already read; its {@link Prefilter} is what the database may leave out beforehand.
 */
public final class ChangeFilter {

  private final RecordTypes types;

  ChangeFilter(RecordTypes types) {
    this.types = types;
  }

  Predicate<RecordChange> predicate(Map<String, @Nullable Object> filter) {
    Predicate<RecordChange> all = change -> true;
    for (Map.Entry<String, @Nullable Object> part : filter.entrySet()) {
      if (part.getValue() != null) {
        all = all.and(predicate(part.getKey(), part.getValue()));
      }
    }
    return all;
  }

  private Predicate<RecordChange> predicate(String name, Object value) {
    return switch (name) {
      case "and" -> parts(value).stream().reduce(change -> true, Predicate::and);
      case "or" -> parts(value).stream().reduce(change -> false, Predicate::or);
      case "not" -> predicate(map(value)).negate();
      case "type" -> Operators.of(map(value), change -> tableName(change));
      case "kind" -> Operators.of(map(value), change -> change.kind().name());
      case "explained" -> Operators.of(map(value), change -> change.explained().name());
      case "field" -> Operators.of(known(map(value)), RecordChange::field);
      case "key" -> Operators.of(map(value), change -> change.step().key());
      case "release" -> Operators.of(map(value), change -> change.release().number());
      case "subject" -> subject(map(value));
      default -> throw Filters.unknown(name);
    };
  }

  private List<Predicate<RecordChange>> parts(Object value) {
    return ((List<?>) value).stream().map(part -> predicate(map(part))).toList();
  }

  /** A misspelt field would make a feed that is empty for ever, without a word. */
  private Map<String, @Nullable Object> known(Map<String, @Nullable Object> operators) {
    Stream.of("eq", "in")
        .map(operators::get)
        .flatMap(value -> value instanceof List<?> several ? several.stream() : Stream.of(value))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(name -> types.all().stream().allMatch(type -> type.column(name).isEmpty()))
        .findFirst()
        .ifPresent(
            name -> {
              throw new ApiError(
                  ErrorCode.BAD_FILTER,
                  "No table has a field \"" + name + "\".",
                  near(name) + "Write it as in a delivery, such as planned_end.");
            });
    return operators;
  }

  private String near(String name) {
    List<String> fields =
        types.all().stream()
            .flatMap(type -> type.columns().stream())
            .map(Column::name)
            .distinct()
            .toList();
    return new Nearest(fields).to(name).map("Did you mean %s? "::formatted).orElse("");
  }

  private static String tableName(RecordChange change) {
    return RowTypes.name(change.step().type());
  }

  private Predicate<RecordChange> subject(Map<String, @Nullable Object> operators) {
    return names(operators).stream()
        .<Predicate<RecordChange>>map(names -> change -> subjects(change).anyMatch(names::contains))
        .reduce(change -> true, Predicate::and);
  }

  private Stream<String> subjects(RecordChange change) {
    RowTransition step = change.step();
    return Stream.concat(
        Stream.of(step.type().table() + ":" + step.key()),
        step.row().subjects().stream()
            .map(target -> types.get(target.type()).table() + ":" + target.key()));
  }

  /** The table-qualified keys that each operator of a filter on subjects allows. */
  List<Set<String>> names(Map<String, @Nullable Object> operators) {
    if (operators.containsKey("isNull")) {
      throw new ApiError(
          ErrorCode.BAD_FILTER,
          "Every change has a subject, so \"isNull\" would never make a difference.",
          "Use eq or in.");
    }
    List<Set<String>> names = values(operators);
    names.forEach(allowed -> allowed.forEach(name -> KeyFilter.named(name, types)));
    return names;
  }

  /** The records that the filter names, whose changes it asks for or leaves out. */
  Set<KeyFilter.Named> named(Map<String, @Nullable Object> filter) {
    Set<KeyFilter.Named> named = new LinkedHashSet<>();
    for (Map.Entry<String, @Nullable Object> part : filter.entrySet()) {
      switch (part.getValue()) {
        case List<?> parts -> parts.forEach(each -> named.addAll(named(map(each))));
        case Map<?, ?> inner when part.getKey().equals("not") -> named.addAll(named(map(inner)));
        case Map<?, ?> subject when part.getKey().equals("subject") ->
            names(map(subject))
                .forEach(
                    all -> all.forEach(name -> named.add(KeyFilter.named(name, types).once())));
        case null, default -> {}
      }
    }
    return named;
  }

  /** The parts that must hold in any case, for the database. */
  Prefilter narrowing(Map<String, @Nullable Object> filter, List<Integer> subjects) {
    Set<String> kinds = chosen(filter, "kind");
    Set<String> tables = chosen(filter, "type");
    Set<String> explained = chosen(filter, "explained");
    return new Prefilter(
        tables == null ? null : tables.stream().map(RowTypes::table).collect(toSet()),
        kinds == null ? null : kinds.stream().map(ChangeKind::valueOf).collect(toSet()),
        explained != null && !explained.contains(ExplanationStatus.NOT_NEEDED.name()),
        subjects);
  }

  /** The values of a closed list that the filter allows; null if it allows all. */
  public static @Nullable Set<String> chosen(Map<String, @Nullable Object> filter, String name) {
    Object operators = filter.get(name);
    return operators == null
        ? null
        : values(map(operators)).stream()
            .reduce((one, other) -> one.stream().filter(other::contains).collect(toSet()))
            .orElse(null);
  }

  /** The values that each operator allows, all of which must. */
  private static List<Set<String>> values(Map<String, @Nullable Object> operators) {
    return operators.entrySet().stream()
        .map(
            operator -> {
              Object value = Filters.given(operator.getKey(), operator.getValue());
              return switch (operator.getKey()) {
                case "eq" -> Set.of(value.toString());
                case "in" -> ((List<?>) value).stream().map(String::valueOf).collect(toSet());
                default -> throw Filters.unknown(operator.getKey());
              };
            })
        .toList();
  }

  @SuppressWarnings("unchecked")
  static Map<String, @Nullable Object> map(Object value) {
    return (Map<String, @Nullable Object>) value;
  }
}

package org.stadtstand.record.listing;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;

/**
 * Filters by the key of what a row refers to, or of the row itself. Each notes the keys it is
 * given: a list is empty as well if nothing has the key, and its reader should know.
 */
public final class KeyFilter {

  private static final String INPUT = "KeyFilter";

  private KeyFilter() {}

  /**
   * A record that a filter names.
   *
   * @param types the numbers of the types it may be of
   * @param use where rows name it; null unless there can be records below it
   * @param ever whether it counts that it was published once, as in what tells the past
   */
  public record Named(Set<Integer> types, String key, @Nullable Use use, boolean ever) {

    private Named(Set<Integer> types, String key, @Nullable Use use) {
      this(types, key, use, false);
    }

    /** What is sought in the same way by another key. */
    public Named of(String key) {
      return new Named(types, key, use, ever);
    }

    public Named once() {
      return new Named(types, key, use, true);
    }
  }

  /** The column of a table that refers to a record with others below it. */
  public record Use(RecordType table, Column column) {

    /** The filter that includes what is below. */
    public String within() {
      return column.field() + "Within";
    }
  }

  /** By the key of a record of one of the types. */
  static FilterField of(String sql, int... types) {
    return of(sql, null, types);
  }

  /** By the key of what the column refers to; if to any type, by table and key. */
  static FilterField of(RecordType table, Column column, RecordTypes types) {
    String sql = "{t}." + column.name();
    if (column.references() == null) {
      return ofAny(sql, types).of(FilterField.Kind.SUBJECT, sql, "Subject");
    }
    RecordType target = types.get(column.references());
    return of(sql, target.parent().isPresent() ? new Use(table, column) : null, target.number())
        .of(FilterField.Kind.REFERENCE, sql, target.typeName());
  }

  private static FilterField of(String sql, @Nullable Use use, int... types) {
    Set<Integer> numbers = Arrays.stream(types).boxed().collect(Collectors.toSet());
    return Filters.each(
            INPUT,
            (operator, value, scope) -> {
              Field<Integer> reference = scope.field(sql, Integer.class);
              if (operator.equals("isNull")) {
                return Filters.compare(reference, operator, value);
              }
              Field<String[]> keys = Filters.texts(operator, value);
              names(operator, value).forEach(key -> scope.name(new Named(numbers, key, use)));
              // With the municipality, which comes first in the index of keys.
              String holds =
                  "exists (select from record k where k.id = {0} and k.municipality = {3}"
                      + " and k.type in ({1}) and k.key = any({2}))";
              return DSL.condition(
                  // A row without the reference does not fit; only who counts the unknown looks
                  // closer.
                  scope.isUndecided() ? "case when {0} is not null then " + holds + " end" : holds,
                  reference,
                  DSL.list(IntStream.of(types).mapToObj(DSL::inline).toList()),
                  keys,
                  Filters.municipality(scope));
            })
        .comparing(new FilterField.Compared(sql, null, numbers, false, null));
  }

  /** The same, or anything below it: an array, so that the tree is walked once per pin. */
  static FilterField within(Column column, RecordType tree) {
    return Filters.each(
        INPUT,
        (operator, value, scope) -> {
          Field<Integer> reference = scope.field("{t}." + column.name(), Integer.class);
          if (operator.equals("isNull")) {
            return Filters.compare(reference, operator, value);
          }
          Field<String[]> keys = Filters.texts(operator, value);
          names(operator, value)
              .forEach(key -> scope.name(new Named(Set.of(tree.number()), key, null)));
          return DSL.condition(
              "{0} = any (array("
                  + below(
                      "select k.id from record k where k.municipality ="
                          + " pin.municipality and k.type = {1} and k.key = any({2})",
                      tree, "pin.release")
                  + "))",
              reference,
              DSL.inline(tree.number()),
              keys);
        });
  }

  /**
   * SQL for the records that a select finds, and all below them.
   *
   * @param release SQL for the release at which they are read
   */
  public static String below(String select, RecordType tree, String release) {
    return """
    with recursive below (unit) as (
      %s
      union
      select u.record from below b join %s u on u.%s = b.unit
      where u.since <= %4$s and u.until > %4$s
    )
    select unit from below\
    """
        .formatted(select, tree.table(), tree.parent().orElseThrow().name(), release);
  }

  /** By a record of any type, named by table and key: {@code target:inf-1}. */
  static FilterField ofAny(String sql, RecordTypes types) {
    return Filters.each(
        INPUT,
        (operator, value, scope) -> {
          Field<Integer> reference = scope.field(sql, Integer.class);
          return operator.equals("isNull")
              ? Filters.compare(reference, operator, value)
              : WhereClause.any(
                  names(operator, value).stream()
                      .map(name -> is(reference, named(name, types), scope))
                      .toList());
        });
  }

  private static Condition is(Field<Integer> reference, Named named, Scope scope) {
    scope.name(named);
    return DSL.condition(
        "{0} in (select id from record where municipality = {3} and type = {1} and key = {2})",
        reference,
        DSL.val(named.types().iterator().next()),
        DSL.val(named.key()),
        Filters.municipality(scope));
  }

  /** A record named by table and key. */
  public static Named named(String name, RecordTypes types) {
    int colon = name.indexOf(':');
    if (colon < 0) {
      throw unfit("\"" + name + "\" does not say of which table it is.");
    }
    String table = name.substring(0, colon);
    RecordType type =
        types.find(table).orElseThrow(() -> unfit("There is no table \"" + table + "\"."));
    return new Named(Set.of(type.number()), name.substring(colon + 1), null);
  }

  private static ApiError unfit(String message) {
    return new ApiError(
        ErrorCode.BAD_FILTER, message, "Write table and key, such as target:inf-1.");
  }

  private static List<String> names(String operator, Object value) {
    return switch (operator) {
      case "eq" -> List.of(String.valueOf(value));
      case "in" -> ((List<?>) value).stream().map(String::valueOf).toList();
      default -> throw Filters.unknown(operator);
    };
  }
}

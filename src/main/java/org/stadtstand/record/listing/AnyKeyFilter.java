package org.stadtstand.record.listing;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;

/** Filters by a record of any type, named by table and key: {@code target:inf-1}. */
final class AnyKeyFilter {

  private AnyKeyFilter() {}

  static FilterField of(String sql, RecordTypes types) {
    return Filters.each(
        "KeyFilter",
        (operator, value, scope) -> {
          Field<Integer> reference = scope.field(sql, Integer.class);
          if (operator.equals("isNull")) {
            return Filters.compare(reference, operator, value);
          }
          List<?> names = operator.equals("in") ? (List<?>) value : List.of(value);
          return WhereClause.any(
              names.stream()
                  .map(name -> named(reference, String.valueOf(name), types, scope))
                  .toList());
        });
  }

  private static Condition named(
      Field<Integer> reference, String name, RecordTypes types, Scope scope) {
    int colon = name.indexOf(':');
    if (colon < 0) {
      throw new ApiError(
          ErrorCode.BAD_FILTER,
          "\"" + name + "\" does not say of which table it is.",
          "Write table and key, such as target:inf-1.");
    }
    return DSL.condition(
        "{0} in (select id from record where municipality = {3} and type = {1} and key = {2})",
        reference,
        DSL.val(number(name.substring(0, colon), types)),
        DSL.val(name.substring(colon + 1)),
        Filters.municipality(scope));
  }

  private static int number(String table, RecordTypes types) {
    return types
        .find(table)
        .map(RecordType::number)
        .orElseThrow(
            () ->
                new ApiError(
                    ErrorCode.BAD_FILTER,
                    "There is no table \"" + table + "\".",
                    "Write table and key, such as target:inf-1."));
  }
}

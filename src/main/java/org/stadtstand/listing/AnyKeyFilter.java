package org.stadtstand.listing;

import org.stadtstand.error.ApiError;
import org.stadtstand.error.ErrorCode;
import org.stadtstand.record.RecordType;
import org.stadtstand.record.RecordTypes;

/** Filters by a thing of any type, which a caller names by table and key. */
public final class AnyKeyFilter {

  private AnyKeyFilter() {}

  public static FilterField of(String sql, RecordTypes types) {
    return Filters.anyKey(sql, table -> number(table, types));
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

package org.stadtstand.deliver.publication;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadtstand.deliver.checks.ComparisonRule;
import org.stadtstand.deliver.checks.Draft;
import org.stadtstand.deliver.checks.TableSql;
import org.stadtstand.deliver.finding.Place;
import org.stadtstand.record.declaration.Column;

/**
 * Keeps what is withheld by law from coming back. The value itself is gone, so nobody can tell
 * whether a delivery brings it again: what a delivery says there is not taken, until somebody lifts
 * the redaction and says why. The rest of the row is published as ever.
 */
final class Withholding {

  private static final String STANDING =
      """
      select x.number, x.type, x.record, x.field, k.key
      from redaction x join record k on k.id = x.record
      where x.municipality = :municipality and x.stands
        and not exists (select from redaction u where u.lifts = x.id)
      order by x.number
      """;

  private final Draft draft;
  private final List<Standing> all;

  Withholding(Draft draft) {
    this.draft = draft;
    this.all =
        draft
            .sql(STANDING)
            .query(
                (row, n) ->
                    new Standing(
                        row.getInt("number"),
                        new TableSql(draft.tables().type(row.getInt("type"))),
                        row.getInt("record"),
                        row.getString("key"),
                        row.getString("field")))
            .list();
  }

  /**
   * An entry of the list of redactions that holds for deliveries.
   *
   * @param field null for the row as a whole
   */
  private record Standing(
      int number, TableSql table, int record, String key, @Nullable String field) {

    /** What stands in the place of the value; nothing for the row as a whole. */
    Map<String, @Nullable String> values(Function<Column, List<String>> names) {
      if (field == null) {
        return Map.of();
      }
      Column column = table.type().column(field).orElseThrow();
      return StandIn.values(column, names.apply(column));
    }
  }

  /** Takes it out of what was delivered, before that is compared with what is published. */
  void fromDelivered() {
    for (Standing standing : all) {
      TableSql table = standing.table();
      if (draft.isDelivered(table.type())) {
        Map<String, @Nullable String> values = standing.values(Withholding::staged);
        String which = " where type = :type and key = :key" + differing(values);
        draft
            .sql("select line from stage" + which)
            .param("type", table.type().number())
            .param("key", standing.key())
            .params(values)
            .query(
                row -> {
                  report(standing, draft.place(table, row.getLong("line")));
                });
        draft
            .sql(taken("stage", values) + which)
            .param("type", table.type().number())
            .param("key", standing.key())
            .params(values)
            .update();
      }
    }
  }

  /** Takes it out of what the release restores. */
  void fromRestored() {
    for (Standing standing : all) {
      TableSql table = standing.table();
      Map<String, @Nullable String> values = standing.values(TableSql::filled);
      int changed =
          draft
              .sql(
                  taken(table.name(), values)
                      + " where record = :record and since = :release"
                      + differing(values))
              .param("record", standing.record())
              .params(values)
              .update();
      if (changed > 0) {
        report(standing, Place.file(table.name()));
      }
    }
  }

  private static List<String> staged(Column column) {
    return TableSql.staged(column).stream().map(TableSql.Slot::column).toList();
  }

  /** The row goes if nothing is to stand for it. */
  private static String taken(String table, Map<String, @Nullable String> values) {
    return values.isEmpty()
        ? "delete from " + table
        : "update " + table + " set " + StandIn.assignments(values);
  }

  private static String differing(Map<String, @Nullable String> values) {
    return values.isEmpty()
        ? ""
        : values.entrySet().stream()
            .map(
                value ->
                    value.getKey()
                        + (value.getValue() == null
                            ? " is not null"
                            : " is distinct from :" + value.getKey()))
            .collect(Collectors.joining(" or ", " and (", ")"));
  }

  private void report(Standing standing, Place place) {
    if (standing.field() == null) {
      draft.find(ComparisonRule.WITHHELD_ROW, place, standing.key(), standing.number());
    } else {
      draft.find(
          ComparisonRule.WITHHELD_VALUE,
          place,
          standing.field(),
          standing.key(),
          standing.number());
    }
  }
}

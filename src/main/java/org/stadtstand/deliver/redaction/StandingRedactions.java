package org.stadtstand.deliver.redaction;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadtstand.deliver.checks.ComparisonRule;
import org.stadtstand.deliver.checks.Draft;
import org.stadtstand.deliver.checks.TableSql;
import org.stadtstand.deliver.finding.FindingPlace;
import org.stadtstand.record.declaration.Column;

/**
 * Keeps what is withheld by law from coming back. The value itself has been erased, so it is
 * impossible to tell whether a delivery repeats it: whatever a delivery says there is dropped until
 * somebody lifts the redaction and gives a reason. The rest of the row is published as usual.
 */
public final class StandingRedactions {

  private static final String ENTRIES =
      """
      select x.number, x.type, x.record, x.field, k.key
      from redaction x join record k on k.id = x.record
      where x.municipality = :municipality and x.stands
        and not exists (select from redaction u where u.lifts = x.id)
      order by x.number
      """;

  private final Draft draft;
  private final List<Entry> all;

  public StandingRedactions(Draft draft) {
    this.draft = draft;
    this.all =
        draft
            .sql(ENTRIES)
            .query(
                (row, n) ->
                    new Entry(
                        row.getInt("number"),
                        new TableSql(draft.tables().type(row.getInt("type"))),
                        row.getInt("record"),
                        row.getString("key"),
                        row.getString("field")))
            .list();
  }

  /**
   * A redaction that applies to deliveries.
   *
   * @param field null for the row as a whole
   */
  private record Entry(int number, TableSql table, int record, String key, @Nullable String field) {

    /** What replaces the value; empty for the row as a whole. */
    Map<String, @Nullable String> values(Function<Column, List<String>> names) {
      if (field == null) {
        return Map.of();
      }
      Column column = table.type().column(field).orElseThrow();
      return Placeholder.values(column, names.apply(column));
    }
  }

  /** Removes what is withheld from delivered rows before they are compared with published ones. */
  public void fromDelivered() {
    for (Entry entry : all) {
      TableSql table = entry.table();
      if (draft.isDelivered(table.type())) {
        Map<String, @Nullable String> values = entry.values(StandingRedactions::staged);
        String which = " where type = :type and key = :key" + differing(values);
        draft
            .sql("select line from stage" + which)
            .param("type", table.type().number())
            .param("key", entry.key())
            .params(values)
            .query(
                row -> {
                  report(entry, draft.place(table, row.getLong("line")));
                });
        draft
            .sql(taken("stage", values) + which)
            .param("type", table.type().number())
            .param("key", entry.key())
            .params(values)
            .update();
      }
    }
  }

  /** Removes what is withheld from the rows the release restores. */
  public void fromRestored() {
    for (Entry entry : all) {
      TableSql table = entry.table();
      Map<String, @Nullable String> values = entry.values(TableSql::filled);
      int changed =
          draft
              .sql(
                  taken(table.name(), values)
                      + " where record = :record and since = :release"
                      + differing(values))
              .param("record", entry.record())
              .params(values)
              .update();
      if (changed > 0) {
        report(entry, FindingPlace.file(table.name()));
      }
    }
  }

  private static List<String> staged(Column column) {
    return TableSql.staged(column).stream().map(TableSql.Slot::column).toList();
  }

  /** Deletes the row if no placeholder values are given for it. */
  private static String taken(String table, Map<String, @Nullable String> values) {
    return values.isEmpty()
        ? "delete from " + table
        : "update " + table + " set " + Placeholder.assignments(values);
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

  private void report(Entry entry, FindingPlace place) {
    if (entry.field() == null) {
      draft.find(ComparisonRule.WITHHELD_ROW, place, entry.key(), entry.number());
    } else {
      draft.find(ComparisonRule.WITHHELD_VALUE, place, entry.field(), entry.key(), entry.number());
    }
  }
}

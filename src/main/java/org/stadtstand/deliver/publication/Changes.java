package org.stadtstand.deliver.publication;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stadtstand.deliver.checks.Draft;
import org.stadtstand.deliver.checks.TableSql;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.Shown;

/**
 * Reads off the tables what the release in the making changes: rows counted, some of them shown.
 */
final class Changes {

  private static final int SHOWN_PER_TABLE = 100;

  // A sub-select that is not EXISTS is one look by index, whatever the planner guesses.
  private static final String ROWS =
      """
      select c.record, case when not c.came then 'WITHDRAWN' when c.went then 'CHANGED'
        when (select min(b.since) from {table} b where b.record = c.record) < :release
        then 'RELISTED' else 'ADDED' end as kind
      from (
        select record, bool_or(came) as came, bool_or(not came) as went from (
          select record, true as came from {table} where since = :release
          union all
          select record, false from {table} where until = :release and until < {open}
        ) r group by record
      ) c
      """;

  private static final String COUNT =
      "select '{table}' as name, kind, count(*) as n from ({rows}) c group by kind";

  private static final String UNLIKE_CHANGED =
      """
      select c.kind, k.key from ({rows}) c join record k on k.id = c.record
      where c.kind <> 'CHANGED' order by c.kind, k.key limit {limit}
      """;

  private static final String FIELD =
      """
      select k.key, '{column}' as field, {before} as before, {after} as after
      from {table} b join {table} n on n.record = b.record and n.since = :release
      join record k on k.id = b.record
      where b.until = :release and ({stored before}) is distinct from ({stored after})
      """;

  private final Draft draft;

  Changes(Draft draft) {
    this.draft = draft;
  }

  /**
   * How many rows of each table come, change, go and come back; tables without any are left out.
   */
  Map<String, Map<Change.Kind, Integer>> count() {
    Map<String, Map<Change.Kind, Integer>> counts = new TreeMap<>();
    String each =
        draft.touched().stream()
            .map(table -> table.template(COUNT).with("rows", table.template(ROWS).sql()).sql())
            .collect(Collectors.joining("\nunion all "));
    if (!each.isEmpty()) {
      draft.each(
          each,
          row ->
              counts
                  .computeIfAbsent(row.getString("name"), name -> new EnumMap<>(Change.Kind.class))
                  .put(Change.Kind.valueOf(row.getString("kind")), row.getInt("n")));
    }
    return counts;
  }

  List<Change> list() {
    List<Change> changes = new ArrayList<>();
    for (TableSql table : draft.touched()) {
      draft.each(
          new Template(UNLIKE_CHANGED)
              .with("rows", table.template(ROWS).sql())
              .with("limit", SHOWN_PER_TABLE)
              .sql(),
          row ->
              changes.add(
                  new Change(
                      Change.Kind.valueOf(row.getString("kind")),
                      table.name(),
                      row.getString("key"),
                      null,
                      null,
                      null)));
      fields(table, changes);
    }
    return changes;
  }

  private void fields(TableSql table, List<Change> changes) {
    String each =
        String.join(
            "\nunion all ",
            table.type().columns().stream().map(column -> field(table, column)).toList());
    draft.each(
        "select * from (" + each + ") c order by key, field limit " + SHOWN_PER_TABLE,
        row ->
            changes.add(
                new Change(
                    Change.Kind.CHANGED,
                    table.name(),
                    row.getString("key"),
                    row.getString("field"),
                    Shown.readable(row.getString("before")),
                    Shown.readable(row.getString("after")))));
  }

  private static String field(TableSql table, Column column) {
    return table
        .template(FIELD)
        .with("column", column.name())
        .with("before", Shown.sql(column, "b"))
        .with("after", Shown.sql(column, "n"))
        .with("stored before", stored(column, "b"))
        .with("stored after", stored(column, "n"))
        .sql();
  }

  private static String stored(Column column, String alias) {
    return String.join(", ", column.stored().stream().map(name -> alias + "." + name).toList());
  }
}

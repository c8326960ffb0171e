package org.stadtstand.deliver.publication;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stadtstand.deliver.checks.Draft;
import org.stadtstand.deliver.checks.TableSql;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.Shown;

/**
 * Reads off the tables what the release in the making changes: rows counted, some of them shown.
 */
final class Changes {

  private static final int SHOWN_PER_TABLE = 100;

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
            .map(
                table ->
                    "select '%s' as name, kind, count(*) as n from (%s) c group by kind"
                        .formatted(table.name(), rows(table)))
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

  // A sub-select that is not EXISTS is one look by index, whatever the planner guesses.
  private static String rows(TableSql table) {
    return """
    select c.record, case when not c.came then 'WITHDRAWN' when c.went then 'CHANGED'
      when (select min(b.since) from %1$s b where b.record = c.record) < :release then 'RELISTED'
      else 'ADDED' end as kind
    from (
      select record, bool_or(came) as came, bool_or(not came) as went from (
        select record, true as came from %1$s where since = :release
        union all
        select record, false from %1$s where until = :release and until < %2$d
      ) r group by record
    ) c
    """
        .formatted(table.name(), TableSql.OPEN);
  }

  List<Change> list() {
    List<Change> changes = new ArrayList<>();
    for (TableSql table : draft.touched()) {
      draft.each(
          """
          select c.kind, k.key from (%s) c join record k on k.id = c.record
          where c.kind <> 'CHANGED' order by c.kind, k.key limit %d
          """
              .formatted(rows(table), SHOWN_PER_TABLE),
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
        "select * from (%s) c order by key, field limit %d".formatted(each, SHOWN_PER_TABLE),
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
    return """
    select k.key, '%1$s' as field, %2$s as before, %3$s as after
    from %4$s b join %4$s n on n.record = b.record and n.since = :release
    join record k on k.id = b.record
    where b.until = :release and (%5$s) is distinct from (%6$s)
    """
        .formatted(
            column.name(),
            Shown.sql(column, "b"),
            Shown.sql(column, "n"),
            table.name(),
            stored(column, "b"),
            stored(column, "n"));
  }

  private static String stored(Column column, String alias) {
    return String.join(", ", column.stored().stream().map(name -> alias + "." + name).toList());
  }
}

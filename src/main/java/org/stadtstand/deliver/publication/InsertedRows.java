package org.stadtstand.deliver.publication;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.stadtstand.deliver.checks.DeliveredCounts;
import org.stadtstand.deliver.checks.Draft;
import org.stadtstand.deliver.checks.TableSql;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.ground.sql.Until;
import org.stadtstand.record.declaration.Column;

/**
 * Opens the rows that are new or changed, and reopens those that ended only because their owner
 * did, if the owner is back.
 */
final class InsertedRows {

  // Each returning row is added to "back" as its owner was, because others may depend on it.
  private static final String RETURN =
      """
      with returned as (
        select t.* from {table} t
        join back b on b.record = t.{owner} and b.left_at = t.until
        join withdrawal w on w.record = t.record and w.release = t.until
          and w.kind = 'WITH_SUBJECT'
        where not exists (select from {table} o where o.record = t.record and o.until = {open})
          and {complete}
      ), noted as (
        insert into back select record, until from returned
      )
      insert into {table} (record, municipality, since, {columns})
      select t.record, t.municipality, :release, {values} from returned t
      """;

  private static final String LEFT_BEFORE =
      "insert into back select record, left_at from listed where left_at is not null and not bad";

  private static final String BE_BACK =
      "update record set until = %d where id = any(array(select record from back))"
          .formatted(Until.OPEN);

  private static final String END_CHANGED =
      """
      update {table} t set until = :release from listed l
      where l.type = {type} and l.record = t.record and l.was = t.since and l.changed and not l.bad
      """;

  private static final String BEGIN =
      """
      insert into {table} (record, municipality, since, {columns})
      select l.record, :municipality, :release, {values} from {listed} l
      where not l.bad and (l.was is null or l.changed)
      """;

  private final Draft draft;
  private final Map<TableSql, DeliveredCounts> listed;
  private final Set<TableSql> touched = new LinkedHashSet<>();
  private int back;

  InsertedRows(Draft draft, Map<TableSql, DeliveredCounts> listed) {
    this.draft = draft;
    this.listed = listed;
  }

  /** Returns the tables in which rows begin, or end because a newer version replaces them. */
  Set<TableSql> begin() {
    if (listed.values().stream().anyMatch(delivered -> delivered.back() > 0)) {
      back = draft.update(LEFT_BEFORE);
    }
    for (TableSql table : draft.tables().ownersFirst()) {
      if (draft.isDelivered(table.type())) {
        listed(table);
      }
      // A delivered full list itself says what is back.
      if (back > 0 && !(table.type().fullList() && draft.isDelivered(table.type()))) {
        returning(table);
      }
    }
    if (back > 0) {
      draft.update(BE_BACK);
    }
    return touched;
  }

  private void listed(TableSql table) {
    DeliveredCounts delivered = listed.getOrDefault(table, DeliveredCounts.NOTHING);
    if (delivered.changed() > 0) {
      write(table, table.template(END_CHANGED));
    }
    if (delivered.fresh() + delivered.changed() > 0) {
      write(
          table,
          table
              .template(BEGIN)
              .with("columns", table.filled(""))
              .with("values", table.filled("l")));
    }
  }

  private int write(TableSql table, Template statement) {
    int rows = draft.update(statement.sql());
    if (rows > 0) {
      touched.add(table);
    }
    return rows;
  }

  private void returning(TableSql table) {
    String complete =
        table.owners().stream()
            .map(owner -> draft.tables().isOpen(owner, "t." + owner.name()))
            .collect(Collectors.joining(" and "));
    for (Column owner : table.owners()) {
      back +=
          write(
              table,
              table
                  .template(RETURN)
                  .with("complete", complete)
                  .with("columns", table.filled(""))
                  .with("values", table.filled("t"))
                  .with("owner", owner.name()));
    }
  }
}

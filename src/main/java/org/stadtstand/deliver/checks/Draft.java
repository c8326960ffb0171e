package org.stadtstand.deliver.checks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.deliver.finding.FindingPlace;
import org.stadtstand.deliver.finding.Findings;
import org.stadtstand.record.declaration.RecordType;

/**
 * A release in the making: its transaction, its numbers, and the tables delivered for it.
 *
 * @param files the delivered tables, each with the file it came from
 * @param unread tables that lack rows because their file could not be read to the end
 */
public record Draft(
    JdbcClient jdbc,
    TableModel tables,
    int municipality,
    int release,
    Map<RecordType, String> files,
    Set<RecordType> unread,
    Findings findings) {

  /** A statement that may use {@code :municipality} and {@code :release}. */
  public JdbcClient.StatementSpec sql(String sql) {
    return jdbc.sql(sql).param("municipality", municipality).param("release", release);
  }

  public int update(String sql) {
    return sql(sql).update();
  }

  public int count(String sql) {
    return sql(sql).query(int.class).single();
  }

  /** Calls back for each row of the result without keeping any. */
  public void each(String sql, RowCallbackHandler row) {
    sql(sql).query(row);
  }

  public void find(ComparisonRule rule, FindingPlace place, Object... values) {
    findings.add(rule, place, values);
  }

  /** The delivered tables, owners before the tables that depend on them. */
  public List<TableSql> delivered() {
    return tables.ownersFirst().stream().filter(table -> isDelivered(table.type())).toList();
  }

  public boolean isDelivered(RecordType type) {
    return files.containsKey(type);
  }

  public String file(RecordType type) {
    return Optional.ofNullable(files.get(type)).orElse(type.table() + ".csv");
  }

  public String file(TableSql table) {
    return file(table.type());
  }

  public FindingPlace place(TableSql table, long line) {
    return FindingPlace.line(file(table), line);
  }

  public FindingPlace place(TableSql table, long line, String column) {
    return new FindingPlace(file(table), line, 0, column);
  }
}

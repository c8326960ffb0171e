package org.stadtstand.ingest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.delivery.Findings;
import org.stadtstand.delivery.Place;
import org.stadtstand.record.RecordType;

/**
 * A release in the making: its transaction, its numbers, and which tables were delivered.
 *
 * @param files the delivered tables, each with the file it came from
 * @param unread tables of which rows are missing because the file could not be read to its end
 * @param listed what was found when the delivered rows were compared; filled as it is made
 * @param touched the tables in which the release begins or ends a row; filled as it is made
 */
record Draft(
    JdbcClient jdbc,
    Tables tables,
    int municipality,
    int release,
    Map<RecordType, String> files,
    Set<RecordType> unread,
    Set<TableSql> touched,
    Map<TableSql, Listed> listed,
    Findings findings) {

  /** A statement that may name {@code :municipality} and {@code :release}. */
  JdbcClient.StatementSpec sql(String sql) {
    return jdbc.sql(sql).param("municipality", municipality).param("release", release);
  }

  int update(String sql, Object... values) {
    return sql(sql.formatted(values)).update();
  }

  /** Carries out a statement that begins or ends rows of the table. */
  int write(TableSql table, Template template) {
    int rows = sql(template.sql()).update();
    if (rows > 0) {
      touched.add(table);
    }
    return rows;
  }

  int count(String sql, Object... values) {
    return sql(sql.formatted(values)).query(int.class).single();
  }

  /** Calls back for each row of an answer; none is kept. */
  void each(String sql, RowCallbackHandler row) {
    sql(sql).query(row);
  }

  void find(ComparisonRule rule, Place place, Object... values) {
    findings.add(rule, place, values);
  }

  /** The delivered tables, owners before what hangs on them. */
  List<TableSql> delivered() {
    return tables.ownersFirst().stream().filter(table -> isDelivered(table.type())).toList();
  }

  Listed listed(TableSql table) {
    return listed.getOrDefault(table, Listed.NOTHING);
  }

  boolean isDelivered(RecordType type) {
    return files.containsKey(type);
  }

  String file(RecordType type) {
    return Optional.ofNullable(files.get(type)).orElse(type.table() + ".csv");
  }

  String file(TableSql table) {
    return file(table.type());
  }

  Place place(TableSql table, long line) {
    return Place.line(file(table), line);
  }

  Place place(TableSql table, long line, String column) {
    return new Place(file(table), line, 0, column);
  }
}

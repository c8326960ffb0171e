package org.stadtstand.ground.sql;

import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.util.ConcurrentLruCache;

/**
 * Finds the named parameters of a statement once and for all connections. Whoever takes a
 * connection of his own would otherwise look through each of his statements anew.
 */
public final class ParsedStatements extends NamedParameterJdbcTemplate {

  // A publication has some 150 statements, of which many depend on what was delivered.
  private static final int KEPT = 1_000;

  private static final ConcurrentLruCache<String, ParsedSql> PARSED =
      new ConcurrentLruCache<>(KEPT, NamedParameterUtils::parseSqlStatement);

  public ParsedStatements(DataSource source) {
    super(source);
  }

  @Override
  protected ParsedSql getParsedSql(String sql) {
    return PARSED.get(sql);
  }
}

package org.stadtstand.ground.database;

import com.zaxxer.hikari.HikariDataSource;

/**
 * The connection pools: many connections that can only read, a few that may publish, and a few that
 * may only store links.
 */
final class Pools {

  static final String READER = "stadtstand_reader";
  static final String LINKS = "stadtstand_link";

  /** Links are cached in memory after the first look-up: more connections would sit idle. */
  private static final int LINK_CONNECTIONS = 2;

  private Pools() {}

  static HikariDataSource reading(JdbcCredentials access, DatabaseSettings settings) {
    HikariDataSource pool = pool(access, settings, "read");
    pool.setMaximumPoolSize(settings.readConnections());
    pool.setReadOnly(true);
    pool.setConnectionInitSql(
        """
        set role %s;
        set default_transaction_read_only = on;
        set statement_timeout = %d;
        set max_parallel_workers_per_gather = 0;
        set jit = off
        """
            // With many small concurrent queries, parallel workers and JIT cost more than they
            // save.
            .formatted(READER, settings.statementTimeout().toMillis()));
    // Otherwise a network that drops packets would hold a connection forever.
    pool.addDataSourceProperty("socketTimeout", settings.statementTimeout().toSeconds() + 5);
    return pool;
  }

  static HikariDataSource publishing(JdbcCredentials access, DatabaseSettings settings) {
    HikariDataSource pool = pool(access, settings, "publish");
    pool.setMaximumPoolSize(settings.publishConnections());
    // Publications are rare: no connection is kept idle for the next one.
    pool.setMinimumIdle(0);
    return pool;
  }

  static HikariDataSource links(JdbcCredentials access, DatabaseSettings settings) {
    HikariDataSource pool = pool(access, settings, "link");
    pool.setMaximumPoolSize(LINK_CONNECTIONS);
    pool.setMinimumIdle(0);
    pool.setConnectionInitSql(
        "set role %s; set statement_timeout = %d"
            .formatted(LINKS, settings.statementTimeout().toMillis()));
    return pool;
  }

  /** Opens its first connection on first use. */
  private static HikariDataSource pool(
      JdbcCredentials access, DatabaseSettings settings, String purpose) {
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName(purpose);
    pool.setJdbcUrl(access.url());
    pool.setUsername(access.user());
    pool.setPassword(access.password());
    pool.setConnectionTimeout(settings.connectionTimeout().toMillis());
    pool.addDataSourceProperty("ApplicationName", "stadtstand-" + purpose);
    pool.addDataSourceProperty("tcpKeepAlive", true);
    return pool;
  }
}

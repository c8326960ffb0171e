package org.stadtstand.ground.database;

import com.zaxxer.hikari.HikariDataSource;

/**
 * The ways to the database: many connections that can only read, a few that may publish, and a few
 * that may only keep links.
 */
final class Pools {

  static final String READER = "stadtstand_reader";
  static final String LINKS = "stadtstand_link";

  /** Links are looked up once and then kept in memory: more connections would lie idle. */
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
            // Many small questions at once: parallel workers and compiling cost more than they
            // save.
            .formatted(READER, settings.statementTimeout().toMillis()));
    // A network that swallows packets would otherwise hold a connection for ever.
    pool.addDataSourceProperty("socketTimeout", settings.statementTimeout().toSeconds() + 5);
    return pool;
  }

  static HikariDataSource publishing(JdbcCredentials access, DatabaseSettings settings) {
    HikariDataSource pool = pool(access, settings, "publish");
    pool.setMaximumPoolSize(settings.publishConnections());
    // A publication is rare: no connection waits idle for the next one.
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

  /** Opens its first connection when it is first asked for one. */
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

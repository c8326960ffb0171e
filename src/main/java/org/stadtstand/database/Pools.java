package org.stadtstand.database;

import com.zaxxer.hikari.HikariDataSource;

/** The two ways to the database: many connections that can only read, a few that may write. */
final class Pools {

  static final String READER = "stadtstand_reader";

  private Pools() {}

  static HikariDataSource reading(Access access, DatabaseSettings settings) {
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

  static HikariDataSource publishing(Access access, DatabaseSettings settings) {
    HikariDataSource pool = pool(access, settings, "publish");
    pool.setMaximumPoolSize(settings.publishConnections());
    // A publication is rare: no connection waits idle for the next one.
    pool.setMinimumIdle(0);
    return pool;
  }

  /** Opens its first connection when it is first asked for one. */
  private static HikariDataSource pool(Access access, DatabaseSettings settings, String purpose) {
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

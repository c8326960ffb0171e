package org.stadtstand.ground.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Access to the schema {@code link} and nothing else: what anyone may store stays apart from what
 * was published.
 */
public final class LinkDatabase implements AutoCloseable {

  private final HikariDataSource pool;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  LinkDatabase(HikariDataSource pool) {
    this.pool = pool;
    this.jdbc = JdbcClient.create(pool);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
  }

  public JdbcClient jdbc() {
    return jdbc;
  }

  /** Work inside it is committed as a whole or, after any exception, not at all. */
  public TransactionTemplate transaction() {
    return transaction;
  }

  @Override
  public void close() {
    pool.close();
  }
}

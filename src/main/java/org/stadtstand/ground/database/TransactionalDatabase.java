package org.stadtstand.ground.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A pool whose connections may write, as far as their role may. */
abstract sealed class TransactionalDatabase implements AutoCloseable
    permits HookDatabase, LinkDatabase, WriteDatabase {

  private final HikariDataSource pool;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  TransactionalDatabase(HikariDataSource pool) {
    this.pool = pool;
    this.jdbc = JdbcClient.create(pool);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
  }

  HikariDataSource pool() {
    return pool;
  }

  /** Joins the current transaction. */
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

package org.stadtstand.ground.database;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only way to write. Every other part of the server is given a {@link DataSource} that cannot,
 * so that a mistake in reading never changes what was published.
 */
public final class WriteDatabase implements AutoCloseable {

  private final HikariDataSource pool;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  WriteDatabase(HikariDataSource pool) {
    this.pool = pool;
    this.jdbc = JdbcClient.create(pool);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
  }

  public DataSource dataSource() {
    return pool;
  }

  /** Takes part in the transaction that is open. */
  public JdbcClient jdbc() {
    return jdbc;
  }

  /** What happens in it happens whole or, after any exception, not at all. */
  public TransactionTemplate transaction() {
    return transaction;
  }

  @Override
  public void close() {
    pool.close();
  }
}

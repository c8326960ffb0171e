package org.stadtstand.ground.database;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only way to write. All other code is given a {@link DataSource} that cannot, so a bug in
 * reading never changes what was published.
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

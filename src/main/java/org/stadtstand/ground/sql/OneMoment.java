package org.stadtstand.ground.sql;

import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets several statements of the same thread read one state of one server, whatever is published
 * between them and whichever replica would have been next.
 */
public final class OneMoment {

  /**
   * Of the transaction, not of the connection: behind a pooler a setting of the session would be
   * another one's.
   */
  static final String ISOLATED = "set transaction isolation level repeatable read";

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  public OneMoment(DataSource database) {
    this.jdbc = new JdbcTemplate(database);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    transaction.setReadOnly(true);
  }

  /** A database that is away is reported as statements report it. */
  public void during(Runnable reads) {
    try {
      transaction.executeWithoutResult(
          status -> {
            jdbc.execute(ISOLATED);
            reads.run();
          });
    } catch (TransactionException e) {
      throw new DataAccessResourceFailureException("The database cannot be read", e);
    }
  }
}

package org.stadtstand.ground.database;

import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Tries something on a database of which nothing is left, even if it fails. */
public final class RolledBack {

  private final TransactionOperations transaction;

  public RolledBack(TransactionOperations transaction) {
    this.transaction = transaction;
  }

  public RolledBack(DataSource database) {
    this(new TransactionTemplate(new JdbcTransactionManager(database)));
  }

  public <T> T tried(Supplier<T> work) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              status.setRollbackOnly();
              return work.get();
            }));
  }
}

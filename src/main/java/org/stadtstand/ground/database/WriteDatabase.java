package org.stadtstand.ground.database;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/**
 * The only way to write. All other code is given a {@link DataSource} that cannot, so a bug in
 * reading never changes what was published.
 */
public final class WriteDatabase extends TransactionalDatabase {

  WriteDatabase(HikariDataSource pool) {
    super(pool);
  }

  public DataSource dataSource() {
    return pool();
  }
}

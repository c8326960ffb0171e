package org.stadtstand.ground.database;

import com.zaxxer.hikari.HikariDataSource;

/**
 * Access to the schema {@code link} and nothing else: what anyone may store stays apart from what
 * was published.
 */
public final class LinkDatabase extends TransactionalDatabase {

  LinkDatabase(HikariDataSource pool) {
    super(pool);
  }
}

package org.stadtstand.ground.database;

import com.zaxxer.hikari.HikariDataSource;

/**
 * Access to the schema {@code link} and nothing else: what anyone may store stays apart from what
 * was published.
 */
public final class LinkDatabase extends TransactionalDatabase {

  private final boolean onlyReads;

  LinkDatabase(HikariDataSource pool, boolean onlyReads) {
    super(pool);
    this.onlyReads = onlyReads;
  }

  /** Whether nothing can be stored here, because this server only reads. */
  public boolean onlyReads() {
    return onlyReads;
  }
}

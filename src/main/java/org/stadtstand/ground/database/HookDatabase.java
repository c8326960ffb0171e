package org.stadtstand.ground.database;

import com.zaxxer.hikari.HikariDataSource;

/**
 * Access to the schema {@code hook} and nothing else: whoever talks to strangers' servers can touch
 * nothing that was published.
 */
public final class HookDatabase extends TransactionalDatabase {

  HookDatabase(HikariDataSource pool) {
    super(pool);
  }
}

package org.stadtstand.deliver.checks;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Serialises changes to what is published, across all servers that share a database. */
public final class PublishingLock {

  private static final Logger log = LoggerFactory.getLogger(PublishingLock.class);

  /** Any number will do, as long as every server that shares the database uses the same one. */
  private static final long LOCK = 0x5AD7_57A9_D001L;

  private PublishingLock() {}

  /**
   * Waits until every earlier change has ended, and says so; holds the lock until the transaction
   * ends.
   */
  public static void take(JdbcClient jdbc) {
    boolean free =
        jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
            .param("lock", LOCK)
            .query(Boolean.class)
            .single();
    if (!free) {
      log.info("Another server or command is publishing; this waits until it has ended.");
      jdbc.sql("select pg_advisory_xact_lock(:lock)")
          .param("lock", LOCK)
          .query((row, number) -> number)
          .list();
    }
  }
}

package org.stadtstand.deliver.checks;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever changes what is published goes one after the other, on all servers of a database. */
public final class PublishingLock {

  /** Any number will do, if every server that shares the database uses the same. */
  private static final long LOCK = 0x5AD7_57A9_D001L;

  private PublishingLock() {}

  /** Waits until every change before this one has ended; kept until the transaction ends. */
  public static void take(JdbcClient jdbc) {
    jdbc.sql("select pg_advisory_xact_lock(:lock)")
        .param("lock", LOCK)
        .query((row, number) -> number)
        .list();
  }
}

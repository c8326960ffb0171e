package org.stadtstand.ground.database;

/** A PostgreSQL that is running: our own, which ends with us, or one that others look after. */
public interface Server extends AutoCloseable {

  JdbcCredentials access();

  @Override
  default void close() {}
}

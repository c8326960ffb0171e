package org.stadtstand.ground.database;

/** A running PostgreSQL: our own, which stops with us, or one that others operate. */
public interface Server extends AutoCloseable {

  JdbcCredentials access();

  @Override
  default void close() {}
}

package org.stadtstand.database;

/** A PostgreSQL that is running: our own, which ends with us, or one that others look after. */
interface Server extends AutoCloseable {

  Access access();

  @Override
  default void close() {}
}

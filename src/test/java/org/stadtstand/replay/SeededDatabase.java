package org.stadtstand.replay;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.database.TestDatabase;

/**
 * A database in which every import writes the same bytes. The salts of rows are made by {@code
 * gen_random_uuid()}, and here that name leads to a fixed one: production has no switch with which
 * its salts could be made guessable.
 */
final class SeededDatabase {

  private static final String[] STATEMENTS = {
    // One for all: which row would get which of several would depend on the order of the rows.
    """
    create function gen_random_uuid() returns uuid language sql volatile
    return cast('01234567-89ab-4cde-8f01-23456789abcd' as uuid)
    """,
    // Usually what PostgreSQL brings along is found first.
    """
    do $$ begin
      execute format('alter database %I set search_path = public, pg_catalog', current_database());
    end $$
    """,
    // Statistics that come at any time change plans, and plans change the order of rows.
    """
    do $$ declare t regclass; begin
      for t in select oid from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
      loop
        execute format('alter table %s set (autovacuum_enabled = false)', t);
      end loop;
    end $$
    """,
    """
    insert into link.block (id, reason, blocked_on)
    values ('aaaaaaaaaaaaaaaaaaaaaaaaaa', 'for the replay', '2026-11-22')
    """
  };

  private SeededDatabase() {}

  /** Where it is: closed again, because the server has connections of its own. */
  static TestDatabase create() {
    try (TestDatabase database = TestDatabase.fresh()) {
      JdbcClient owner = database.publishing().jdbc();
      for (String statement : STATEMENTS) {
        owner.sql(statement).update();
      }
      return database;
    }
  }
}

package org.stadtstand.database;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The role in which every question is asked: it may read each table, and write none. */
final class ReaderRole {

  private final JdbcClient jdbc;
  private final String schema;
  private final String owner;

  ReaderRole(JdbcClient owner) {
    this.jdbc = owner;
    this.schema = owner.sql("select quote_ident(current_schema())").query(String.class).single();
    this.owner = owner.sql("select quote_ident(current_user)").query(String.class).single();
  }

  /** Changes nothing where all is as it should be. */
  void prepare() {
    try {
      if (!exists()) {
        run("create role " + Pools.READER + " nologin");
      }
      if (!ownerMayBecomeIt()) {
        run("grant %s to %s".formatted(Pools.READER, owner));
      }
    } catch (DataAccessException e) {
      throw new DatabaseRefused(
          "The database's owner %s may not create the role that reads.".formatted(owner),
          "Run once as an administrator: create role %s nologin; grant %s to %s;"
              .formatted(Pools.READER, Pools.READER, owner),
          e);
    }
    run("grant usage on schema %s to %s".formatted(schema, Pools.READER));
    run("grant select on all tables in schema %s to %s".formatted(schema, Pools.READER));
    run(
        "alter default privileges in schema %s grant select on tables to %s"
            .formatted(schema, Pools.READER));
    refuseRightsToWrite();
  }

  private boolean exists() {
    return jdbc.sql("select exists (select from pg_roles where rolname = :name)")
        .param("name", Pools.READER)
        .query(Boolean.class)
        .single();
  }

  private boolean ownerMayBecomeIt() {
    try {
      run("set role " + Pools.READER + "; reset role");
      return true;
    } catch (DataAccessException notYet) {
      return false;
    }
  }

  /** Others may have granted more: to the role, or to everybody. */
  private void refuseRightsToWrite() {
    String writable =
        jdbc.sql(
                """
                select coalesce(string_agg(name, ', '), '') from (
                  select relname::text from pg_class
                  where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v')
                    and has_table_privilege(:reader, oid, 'insert, update, delete, truncate')
                  union all
                  select 'schema ' || current_schema()
                  where has_schema_privilege(:reader, current_schema(), 'create')) as writable(name)
                """)
            .param("reader", Pools.READER)
            .query(String.class)
            .single();
    if (!writable.isEmpty()) {
      throw new DatabaseRefused(
          "The role %s, which must only read, may write: %s.".formatted(Pools.READER, writable),
          "Revoke those rights from it and from public.");
    }
  }

  private void run(String statement) {
    jdbc.sql(statement).update();
  }
}

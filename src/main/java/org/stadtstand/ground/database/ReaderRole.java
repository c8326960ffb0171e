package org.stadtstand.ground.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.fault.StartRefused;

/** The role that answers every question: it may read all tables and write to none. */
final class ReaderRole {

  private final JdbcClient jdbc;
  private final String schema;
  private final OwnRole role;

  ReaderRole(JdbcClient owner, JdbcCredentials login) {
    this.jdbc = owner;
    this.schema = owner.sql("select quote_ident(current_schema())").query(String.class).single();
    this.role = new OwnRole(owner, login, "reads");
  }

  /** Changes nothing if the role is already as it should be. */
  void prepare() {
    role.ensure();
    run("grant usage on schema %s to %s".formatted(schema, Pools.READER));
    run("grant select on all tables in schema %s to %s".formatted(schema, Pools.READER));
    run(
        "alter default privileges in schema %s grant select on tables to %s"
            .formatted(schema, Pools.READER));
    refuseRightsToWrite();
  }

  /** Someone else may have granted more, to the role or to everyone. */
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
      throw new StartRefused(
          "The role %s, which must only read, may write: %s.".formatted(Pools.READER, writable),
          "Revoke those rights from it and from public.");
    }
  }

  private void run(String statement) {
    role.run(statement);
  }
}

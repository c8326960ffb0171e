package org.stadtstand.ground.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The role that answers every question: it may read all tables and write to none. */
final class ReaderRole {

  private final String schema;
  private final OwnRole role;

  ReaderRole(JdbcClient owner, JdbcCredentials login) {
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
    role.refuseRightsToWrite("");
  }

  private void run(String statement) {
    role.run(statement);
  }
}

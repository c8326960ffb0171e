package org.stadtstand.ground.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A role for one schema beside the record: it has a few rights there, and sees nothing else.
 *
 * @param rights on all tables of the schema
 */
record SchemaRole(OwnRole role, String schema, String rights) {

  /** It can add to the schema {@code link}, but change and delete nothing there. */
  static SchemaRole ofLinks(JdbcClient owner, JdbcCredentials login) {
    return new SchemaRole(new OwnRole(owner, login, "keeps links"), "link", "select, insert");
  }

  /** It keeps a queue in the schema {@code hook}, which grows and shrinks. */
  static SchemaRole ofHooks(JdbcClient owner, JdbcCredentials login) {
    return new SchemaRole(
        new OwnRole(owner, login, "keeps web hooks"), "hook", "select, insert, update, delete");
  }

  /** Changes nothing if the role is already as it should be. */
  void prepare() {
    role.ensure();
    role.run("grant usage on schema %s to %s".formatted(schema, role.name()));
    // In one transaction, so that servers which run already never find themselves without rights.
    role.run(
        "revoke all on all tables in schema %1$s from %3$s; grant %2$s on all tables in schema %1$s to %3$s"
            .formatted(schema, rights, role.name()));
    role.refuseRightsToWrite(schema);
  }
}

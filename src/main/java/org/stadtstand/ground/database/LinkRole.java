package org.stadtstand.ground.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The role that stores links: it can add to the schema {@code link}, but change and delete nothing
 * there, and see nothing else.
 */
final class LinkRole {

  private final OwnRole role;

  LinkRole(JdbcClient owner, JdbcCredentials login) {
    this.role = new OwnRole(owner, login, "keeps links");
  }

  /** Changes nothing if the role is already as it should be. */
  void prepare() {
    role.ensure();
    role.run("grant usage on schema link to " + role.name());
    // In one transaction, so that servers which run already never find themselves without rights.
    role.run(
        "revoke all on all tables in schema link from %1$s; grant select, insert on all tables in schema link to %1$s"
            .formatted(role.name()));
  }
}

package org.stadtstand.ground.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The role that stores links: it can write to the schema {@code link} and see nothing else. */
final class LinkRole {

  private final OwnRole role;

  LinkRole(JdbcClient owner) {
    this.role = new OwnRole(owner, Pools.LINKS, "keeps links");
  }

  /** Changes nothing if the role is already as it should be. */
  void prepare() {
    role.ensure();
    role.run("grant usage on schema link to " + role.name());
    role.run("grant select, insert, update, delete on all tables in schema link to " + role.name());
  }
}

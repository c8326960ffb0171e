package org.stadtstand.ground.database;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A role that the database owner assumes to drop all but a few of its rights. */
record OwnRole(JdbcClient owner, String name, String does) {

  /** Does nothing if the role already exists. */
  void ensure() {
    String user = owner.sql("select quote_ident(current_user)").query(String.class).single();
    try {
      if (!exists()) {
        run("create role " + name + " nologin");
      }
      if (!ownerMayBecomeIt()) {
        run("grant %s to %s".formatted(name, user));
      }
    } catch (DataAccessException e) {
      throw new DatabaseRefused(
          "The database's owner %s may not create the role that %s.".formatted(user, does),
          "Run once as an administrator: create role %s nologin; grant %s to %s;"
              .formatted(name, name, user),
          e);
    }
  }

  void run(String statement) {
    owner.sql(statement).update();
  }

  private boolean exists() {
    return owner
        .sql("select exists (select from pg_roles where rolname = :name)")
        .param("name", name)
        .query(Boolean.class)
        .single();
  }

  private boolean ownerMayBecomeIt() {
    try {
      run("set role " + name + "; reset role");
      return true;
    } catch (DataAccessException notYet) {
      return false;
    }
  }
}

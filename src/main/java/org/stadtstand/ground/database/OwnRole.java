package org.stadtstand.ground.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PasswordUtil;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.fault.StartRefused;

/**
 * A role with a few rights, and a login of its own: in a session of the owner that has only assumed
 * it, one statement would bring back all rights.
 */
record OwnRole(JdbcClient owner, JdbcCredentials login, String does) {

  String name() {
    return String.valueOf(login.user());
  }

  /** Does nothing if the role can already sign in. */
  void ensure() {
    if (signsIn()) {
      return;
    }
    DataAccessException cause = null;
    try {
      run("%s role %s login password %s".formatted(verb(), name(), verifier(login.password())));
      String database =
          owner.sql("select quote_ident(current_database())").query(String.class).single();
      run("grant connect on database %s to %s".formatted(database, name()));
    } catch (DataAccessException e) {
      // Another server that starts at the same time may have done it meanwhile.
      cause = e;
    }
    if (!signsIn()) {
      throw refusal(cause);
    }
  }

  void run(String statement) {
    owner.sql(statement).update();
  }

  /**
   * Someone else may have granted more, to the role or to everyone, and be it on a single column.
   *
   * @param schema in whose tables it may write
   */
  void refuseRightsToWrite(String schema) {
    String writable =
        owner
            .sql(
                """
                with ours as (select oid, nspname from pg_namespace
                  where nspname in (current_schema(), 'link', 'hook'))
                select coalesce(string_agg(name, ', ' order by name), '') from (
                  select c.oid::regclass::text from ours n join pg_class c on c.relnamespace = n.oid
                  where n.nspname <> :schema and c.relkind in ('r', 'p', 'v')
                    and (has_table_privilege(:role, c.oid, 'insert, update, delete, truncate')
                      or has_any_column_privilege(:role, c.oid, 'insert, update'))
                  union all
                  select 'schema ' || nspname from ours
                  where has_schema_privilege(:role, oid, 'create')) as writable(name)
                """)
            .param("schema", schema)
            .param("role", name())
            .query(String.class)
            .single();
    if (!writable.isEmpty()) {
      throw new StartRefused(
          "The role %s, which only %s, may also write: %s.".formatted(name(), does, writable),
          "Revoke those rights from it and from public.");
    }
  }

  private String verb() {
    boolean exists =
        owner
            .sql("select exists (select from pg_roles where rolname = :name)")
            .param("name", name())
            .query(Boolean.class)
            .single();
    return exists ? "alter" : "create";
  }

  /** What PostgreSQL stores of a password; so the password itself is in no log. */
  private static String verifier(@Nullable String password) {
    return password == null
        ? "null"
        : "'" + PasswordUtil.encodeScramSha256(password.toCharArray()) + "'";
  }

  /** A user named in the address would win over the role. */
  private boolean signsIn() {
    try (Connection connection =
            DriverManager.getConnection(login.url(), login.user(), login.password());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select session_user")) {
      return row.next() && name().equals(row.getString(1));
    } catch (SQLException notYet) {
      return false;
    }
  }

  private StartRefused refusal(@Nullable DataAccessException cause) {
    String user = owner.sql("select quote_ident(current_user)").query(String.class).single();
    return new StartRefused(
        "The role %s, which %s, cannot sign in, and the database's owner %s may not make it so."
            .formatted(name(), does, user),
        "Run once as an administrator: create role %1$s login password '…' (or alter role %1$s …);"
                .formatted(name())
            + " and set database.role-password to that password. User and password of the owner"
            + " must not stand in SPRING_DATASOURCE_URL.",
        cause);
  }
}

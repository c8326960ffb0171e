package org.stadtstand.ground.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtstand.ground.fault.StartRefused;

/**
 * A pooler such as PgBouncer between this server and PostgreSQL, which gives each transaction
 * another session: whatever is set for a session is then set for strangers. Reading does without.
 */
final class Pooler {

  private static final Logger log = LoggerFactory.getLogger(Pooler.class);

  private Pooler() {}

  /** Whether an address is read as through a pooler: without prepared statements. */
  static boolean isMeant(String url) {
    Properties parsed = Driver.parseURL(url, null);
    return parsed != null && "0".equals(PGProperty.PREPARE_THRESHOLD.getOrDefault(parsed));
  }

  /** A pooler invents the number of the process that it names at the sign-in. */
  private static boolean isBetween(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
      return row.next() && row.getInt(1) != connection.unwrap(PGConnection.class).getBackendPID();
    }
  }

  /** Publishing holds locks and settings for longer than a transaction. */
  static void refuseToPublish(Connection connection, JdbcCredentials access) throws SQLException {
    if (isBetween(connection)) {
      throw new StartRefused(
          "SPRING_DATASOURCE_URL leads to %s through a pooler.".formatted(access),
          "Publishing needs sessions of its own: name PostgreSQL itself there. Questions can be"
              + " read through the pooler, by database.read-url with prepareThreshold=0.");
    }
  }

  /**
   * Refuses a pooler that was not announced, and one whose sessions lack the limits of their role.
   * A replica that is away is looked at by nobody: it is left out until it is back.
   */
  static void check(DataSource pool, String url) {
    try (Connection connection = pool.getConnection()) {
      if (isMeant(url)) {
        refuseWithoutLimits(connection, url);
      } else if (isBetween(connection)) {
        throw new StartRefused(
            "database.read-url leads to %s through a pooler.".formatted(ReplicaHosts.name(url)),
            "Add prepareThreshold=0 to it: a pooler gives each transaction another session.");
      }
    } catch (SQLException away) {
      log.warn("{} cannot be read yet: {}", ReplicaHosts.name(url), away.getMessage());
    }
  }

  private static void refuseWithoutLimits(Connection connection, String url) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select current_setting('statement_timeout') <> '0'")) {
      row.next();
      if (!row.getBoolean(1)) {
        throw new StartRefused(
            "Sessions of %s behind %s have no limits."
                .formatted(Pools.READER, ReplicaHosts.name(url)),
            "A server with database.role=all gives them to the role at its start, where its owner"
                + " may alter it; then let the pooler connect anew (RECONNECT).");
      }
    }
  }
}

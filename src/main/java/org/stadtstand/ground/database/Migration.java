package org.stadtstand.ground.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.stadtstand.ground.fault.StartRefused;
import org.stadtstand.ground.unit.Units;

/** Migrates the tables to this server's version, or says why it cannot. */
final class Migration {

  private static final int OLDEST_POSTGRES = 15;

  private Migration() {}

  static void run(DataSource owner, JdbcCredentials access) {
    refuseUnusable(owner, access);
    Flyway flyway = flyway(owner);
    try {
      flyway.migrate();
    } catch (FlywayValidateException e) {
      throw refusal(flyway, e);
    } catch (FlywayException e) {
      throw new StartRefused(
          "The tables of %s could not be brought up to date: %s".formatted(access, firstLine(e)),
          "Give Stadtstand an empty database of its own, whose owner may create tables.",
          e);
    }
  }

  /** For a server that only reads: the tables must already be those it knows. */
  static void check(DataSource reader, JdbcCredentials access) {
    Flyway flyway = flyway(reader);
    if (flyway.info().pending().length > 0) {
      throw new StartRefused(
          "The tables of %s are older than this server.".formatted(access),
          "Start this version at the primary first; it brings them up to date.");
    }
    try {
      flyway.validate();
    } catch (FlywayValidateException e) {
      throw refusal(flyway, e);
    }
  }

  /** The schema of the tables, which a role that only reads need not have in its search path. */
  static String schema(JdbcCredentials reader) {
    try (Connection connection =
            DriverManager.getConnection(reader.url(), reader.user(), reader.password());
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select min(schemaname) from pg_tables
                where tablename = 'flyway_schema_history'
                  and has_schema_privilege(schemaname, 'usage')
                having count(*) = 1
                """)) {
      if (row.next()) {
        return row.getString(1);
      }
    } catch (SQLException e) {
      throw ConnectionFailure.refusal(reader, e);
    }
    throw new StartRefused(
        "The database %s has no tables that this server may read.".formatted(reader),
        "Start a server at the primary first, with database.role=all; it makes them.");
  }

  private static Flyway flyway(DataSource owner) {
    return Flyway.configure()
        .dataSource(owner)
        // By default Flyway ignores migrations of a newer server, whose tables would then be
        // misread.
        .ignoreMigrationPatterns(new String[0])
        .placeholders(Map.of("units", Units.rows()))
        .load();
  }

  private static void refuseUnusable(DataSource owner, JdbcCredentials access) {
    try (Connection connection = owner.getConnection()) {
      refuseOlderThanNeeded(connection.getMetaData().getDatabaseMajorVersion(), access);
      refuseReadOnly(connection, access);
      Pooler.refuseToPublish(connection, access);
    } catch (SQLException e) {
      throw ConnectionFailure.refusal(access, e);
    }
  }

  static void refuseOlderThanNeeded(int version, JdbcCredentials access) {
    if (version < OLDEST_POSTGRES) {
      throw new StartRefused(
          "The database %s is PostgreSQL %d; Stadtstand needs %d or newer."
              .formatted(access, version, OLDEST_POSTGRES),
          "Upgrade it, or let SPRING_DATASOURCE_URL name a newer one.");
    }
  }

  private static void refuseReadOnly(Connection connection, JdbcCredentials access)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show transaction_read_only")) {
      row.next();
      if (row.getString(1).equals("on")) {
        throw new StartRefused(
            "The database %s only lets itself be read: it is a standby, or set to be read-only."
                .formatted(access),
            "Let SPRING_DATASOURCE_URL name the primary; with several hosts, add"
                + " targetServerType=primary. A server that only reads has database.role=reader.");
      }
    }
  }

  private static StartRefused refusal(Flyway flyway, FlywayValidateException cause) {
    String newer =
        Arrays.stream(flyway.info().applied())
            .filter(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS)
            .map(Migration::version)
            .reduce((earlier, later) -> later)
            .orElse("");
    if (newer.isEmpty()) {
      return new StartRefused(
          "The tables were made by other scripts than this server's: " + firstLine(cause),
          "Start the Stadtstand that made them, or give this one an empty database, into which it"
              + " imports the deliveries anew.",
          cause);
    }
    return new StartRefused(
        "The tables are newer than this server: it does not know schema version " + newer + ".",
        "Start a newer Stadtstand, or restore a backup from before its start.",
        cause);
  }

  private static String version(MigrationInfo migration) {
    return String.valueOf(migration.getVersion());
  }

  /** The rest of Flyway's message has links and repair commands that do not apply here. */
  private static String firstLine(FlywayException fault) {
    String message = String.valueOf(fault.getMessage());
    return message
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("Validate failed"))
        .findFirst()
        .orElse(message);
  }
}

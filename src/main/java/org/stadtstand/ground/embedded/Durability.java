package org.stadtstand.ground.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.stadtstand.ground.database.ConnectionFailure;
import org.stadtstand.ground.database.JdbcCredentials;
import org.stadtstand.ground.fault.StartRefused;

/** Refuses to start unless the running server writes commits to disk before reporting them. */
final class Durability {

  private static final List<String> MUST_BE_ON =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  private Durability() {}

  static void verify(JdbcCredentials access) {
    try (Connection connection =
            DriverManager.getConnection(access.url(), access.user(), access.password());
        Statement statement = connection.createStatement()) {
      for (String setting : MUST_BE_ON) {
        verify(statement, setting);
      }
    } catch (SQLException e) {
      throw ConnectionFailure.refusal(access, e);
    }
  }

  static void verify(Statement statement, String setting) throws SQLException {
    try (ResultSet row = statement.executeQuery("show " + setting)) {
      row.next();
      if (!row.getString(1).equals("on")) {
        throw new StartRefused(
            "The embedded PostgreSQL runs with %s %s: a crash could lose what was published."
                .formatted(setting, row.getString(1)),
            "Remove that setting from postgresql.conf and postgresql.auto.conf in the data"
                + " folder.");
      }
    }
  }
}

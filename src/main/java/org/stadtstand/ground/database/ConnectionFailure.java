package org.stadtstand.ground.database;

import java.sql.SQLException;
import org.stadtstand.ground.fault.StartRefused;

/** Explains in one sentence why the database cannot be used. */
public final class ConnectionFailure {

  private ConnectionFailure() {}

  public static StartRefused refusal(JdbcCredentials access, SQLException cause) {
    String state = String.valueOf(cause.getSQLState());
    String action =
        switch (state.length() < 2 ? "" : state.substring(0, 2)) {
          case "28" -> "Set SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.";
          case "3D" -> "Create that database, or correct SPRING_DATASOURCE_URL.";
          case "08" -> "Start that PostgreSQL, or correct SPRING_DATASOURCE_URL.";
          default -> "Correct SPRING_DATASOURCE_URL, or the server's settings.";
        };
    return new StartRefused(
        "The database %s cannot be used: %s".formatted(access, cause.getMessage()), action, cause);
  }
}

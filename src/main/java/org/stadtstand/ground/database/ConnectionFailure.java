package org.stadtstand.ground.database;

import java.sql.SQLException;

/** Explains in one sentence why the database cannot be used. */
public final class ConnectionFailure {

  private ConnectionFailure() {}

  public static DatabaseRefused refusal(JdbcCredentials access, SQLException cause) {
    String state = String.valueOf(cause.getSQLState());
    String action =
        switch (state.length() < 2 ? "" : state.substring(0, 2)) {
          case "28" -> "Set SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.";
          case "3D" -> "Create that database, or correct SPRING_DATASOURCE_URL.";
          case "08" -> "Start that PostgreSQL, or correct SPRING_DATASOURCE_URL.";
          default -> "Correct SPRING_DATASOURCE_URL, or the server's settings.";
        };
    return new DatabaseRefused(
        "The database %s cannot be used: %s".formatted(access, cause.getMessage()), action, cause);
  }

  /** Whether work failed because the database found no more room on its disk. */
  public static boolean isFullDisk(Throwable fault) {
    for (Throwable each = fault; each != null; each = each.getCause()) {
      if (each instanceof SQLException refused && "53100".equals(refused.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}

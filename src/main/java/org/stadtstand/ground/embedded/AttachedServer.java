package org.stadtstand.ground.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.stadtstand.ground.database.DatabaseRefused;
import org.stadtstand.ground.database.JdbcCredentials;
import org.stadtstand.ground.database.Server;

/** The embedded PostgreSQL of a server that is running, used by a command beside it. */
record AttachedServer(JdbcCredentials access) implements Server {

  // In PostgreSQL's process file: number, folder, start, port, …, and at last the state.
  private static final int PORT_LINE = 3;

  static JdbcCredentials access(DataDirectory data) throws IOException {
    List<String> lines =
        Files.exists(data.processFile()) ? Files.readAllLines(data.processFile()) : List.of();
    if (lines.size() <= PORT_LINE || !lines.getLast().strip().equals("ready")) {
      throw new DatabaseRefused(
          "The server on %s is just starting or stopping.".formatted(data.folder()),
          "Try again in a few seconds.");
    }
    String url = "jdbc:postgresql://localhost:%s/postgres".formatted(lines.get(PORT_LINE).strip());
    return new JdbcCredentials(url, "postgres", Setup.readPassword(data));
  }
}

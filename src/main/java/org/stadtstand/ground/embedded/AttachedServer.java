package org.stadtstand.ground.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.stadtstand.ground.database.JdbcCredentials;
import org.stadtstand.ground.database.Server;
import org.stadtstand.ground.fault.StartRefused;

/** The embedded PostgreSQL of a running server, shared by a command beside it. */
record AttachedServer(JdbcCredentials access) implements Server {

  // PostgreSQL's process file lists process number, folder, start time, port, … and finally the
  // state.
  private static final int PORT_LINE = 3;

  static JdbcCredentials access(DataDirectory data) throws IOException {
    List<String> lines =
        Files.exists(data.processFile()) ? Files.readAllLines(data.processFile()) : List.of();
    if (lines.size() <= PORT_LINE || !lines.getLast().strip().equals("ready")) {
      throw new StartRefused(
          "The server on %s is just starting or stopping.".formatted(data.folder()),
          "Try again in a few seconds.");
    }
    String url = "jdbc:postgresql://localhost:%s/postgres".formatted(lines.get(PORT_LINE).strip());
    return new JdbcCredentials(url, "postgres", Setup.readPassword(data));
  }
}

package org.stadtstand.ground.database;

import static java.lang.ProcessBuilder.Redirect.appendTo;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The PostgreSQL that is installed on this machine, with its own programs, in a private folder. */
public final class InstalledDatabase implements AutoCloseable {

  private static final File LOG = new File("target/installed-database.log");
  private static final Path HOMES = Path.of("/usr/lib/postgresql");
  private static final String PASSWORD = "of-the-owner";

  private final Path folder;
  private final Path programs;
  private final int port;

  private InstalledDatabase(Path folder, Path programs, int port) {
    this.folder = folder;
    this.programs = programs;
    this.port = port;
  }

  /** The newest, where a distribution keeps them. */
  public static Optional<Path> programs() throws IOException {
    if (!Files.isDirectory(HOMES)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(HOMES)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("pg_dump")))
          .filter(bin -> Files.isExecutable(bin.resolve("postgres")))
          .max(Comparator.comparing(Path::toString));
    }
  }

  public static InstalledDatabase start(Path parent) throws IOException, InterruptedException {
    Path folder = Files.createDirectory(parent.resolve("installed"));
    Path secret = Files.writeString(parent.resolve("secret"), PASSWORD);
    Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
    if (isRoot()) {
      run(Map.of(), List.of("chown", "postgres", folder.toString()));
    }
    InstalledDatabase installed =
        new InstalledDatabase(folder, programs().orElseThrow(), freePort());
    installed.asOwner(
        List.of("initdb", "-U", "owner", "-A", "scram-sha-256", "--pwfile", secret.toString()),
        List.of("-E", "UTF8", "--locale=C.UTF-8"));
    installed.asOwner(
        List.of("pg_ctl", "-w", "-l", folder.resolve("log").toString()),
        List.of(
            "-o",
            "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
                .formatted(installed.port),
            "start"));
    return installed;
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  public JdbcCredentials access() {
    return in("postgres");
  }

  public JdbcCredentials in(String database) {
    return new JdbcCredentials(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), "owner", PASSWORD);
  }

  public static JdbcCredentials in(JdbcCredentials access, String database) {
    return TestDatabase.in(access, database);
  }

  /** Runs a script of {@code src/deploy/drills} with the installed programs at a server. */
  public int run(String script, JdbcCredentials at, String... arguments)
      throws IOException, InterruptedException {
    URI address = URI.create(at.url().substring("jdbc:".length()));
    List<String> command = new ArrayList<>(List.of("src/deploy/drills/" + script));
    command.addAll(List.of(arguments));
    return run(
        Map.of(
            "PATH", programs + ":" + System.getenv("PATH"),
            "PGHOST", address.getHost(),
            "PGPORT", String.valueOf(address.getPort()),
            "PGUSER", String.valueOf(at.user()),
            "PGPASSWORD", String.valueOf(at.password())),
        command);
  }

  /** PostgreSQL refuses to run as root; the package brings a user. */
  private void asOwner(List<String> program, List<String> more)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
    }
    command.add(programs.resolve(program.getFirst()).toString());
    command.addAll(List.of("-D", folder.toString()));
    command.addAll(program.subList(1, program.size()));
    command.addAll(more);
    if (run(Map.of(), command) != 0) {
      throw new AssertionError("Not done, see %s: %s".formatted(LOG, command));
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static int run(Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    // Not where the tests print, because Maven reads that as their report.
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(appendTo(LOG));
    builder.environment().putAll(environment);
    return builder.start().waitFor();
  }

  @Override
  public void close() throws IOException {
    try {
      asOwner(List.of("pg_ctl", "-w", "-m", "immediate"), List.of("stop"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

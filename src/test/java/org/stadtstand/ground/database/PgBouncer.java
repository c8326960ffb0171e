package org.stadtstand.ground.database;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A real PgBouncer in transaction mode, as Debian ships it, in front of a database. */
public final class PgBouncer implements AutoCloseable {

  private final int port;
  private final URI database;
  private final Process process;

  private PgBouncer(int port, URI database, Process process) {
    this.port = port;
    this.database = database;
    this.process = process;
  }

  public static Optional<Path> program() {
    return Stream.of("/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/usr/local/bin/pgbouncer")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** It signs in for the roles given, with their passwords. */
  public static PgBouncer start(Path folder, String url, List<JdbcCredentials> roles)
      throws IOException {
    URI database = URI.create(url.substring("jdbc:".length()));
    int port = freePort();
    Path users = folder.resolve("users.txt");
    Files.write(
        users,
        roles.stream()
            .map(role -> "\"%s\" \"%s\"".formatted(role.user(), role.password()))
            .toList());
    Path settings = folder.resolve("pgbouncer.ini");
    Files.writeString(
        settings,
        """
        [databases]
        * = host=127.0.0.1 port=%d
        [pgbouncer]
        listen_addr = 127.0.0.1
        listen_port = %d
        unix_socket_dir =
        pool_mode = transaction
        default_pool_size = 2
        auth_type = scram-sha-256
        auth_file = %s
        # What the driver sends with each sign-in.
        ignore_startup_parameters = extra_float_digits
        """
            .formatted(database.getPort(), port, users));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      // It refuses to run as root.
      command.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
    }
    command.addAll(List.of(program().orElseThrow().toString(), settings.toString()));
    Path log = folder.resolve("pgbouncer.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !process.isAlive() || accepts(port));
    if (!process.isAlive()) {
      throw new AssertionError(Files.readString(log));
    }
    return new PgBouncer(port, database, process);
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  private static boolean accepts(int port) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  public int port() {
    return port;
  }

  /** The address of the database through it. */
  String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + database.getPath();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

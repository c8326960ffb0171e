package org.stadtstand.serve.purge;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A real Varnish with the configuration of {@code src/deploy}, in front of a port of this machine.
 */
public final class Varnish implements AutoCloseable {

  private final Path folder;
  private final int port;
  private final int server;
  private final Process process;

  private Varnish(Path folder, int port, int server) throws IOException {
    this.folder = folder;
    this.port = port;
    this.server = server;
    this.process = begin();
  }

  /** Where it is installed; Debian keeps it where ordinary users do not look. */
  public static Optional<Path> program() {
    return Stream.of("/usr/sbin/varnishd", "/usr/local/sbin/varnishd", "/usr/bin/varnishd")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  public static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  public static Varnish start(Path folder, int port, int server) throws IOException {
    return new Varnish(folder, port, server);
  }

  private Process begin() throws IOException {
    Path configuration = folder.resolve("here.vcl");
    Files.writeString(
        configuration,
        Files.readString(Path.of("src/deploy/varnish/default.vcl"))
            .replace(".host = \"server\"", ".host = \"127.0.0.1\"")
            .replace(".port = \"8080\"", ".port = \"" + server + "\""));
    Process started =
        new ProcessBuilder(
                List.of(
                    program().orElseThrow().toString(),
                    "-F",
                    // Without a change of users, which only root could make.
                    "-j",
                    "none",
                    "-n",
                    folder.resolve("varnish").toString(),
                    "-a",
                    "127.0.0.1:" + port,
                    "-f",
                    configuration.toString(),
                    "-s",
                    "malloc,64m"))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("varnish.log").toFile())
            .start();
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !started.isAlive() || accepts());
    if (!started.isAlive()) {
      throw new AssertionError(Files.readString(folder.resolve("varnish.log")));
    }
    return started;
  }

  private boolean accepts() {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  public int port() {
    return port;
  }

  /** It hangs: connections are accepted, and nothing is answered. */
  public void freeze() {
    signal("STOP");
  }

  public void thaw() {
    signal("CONT");
  }

  /** To the process that answers too, which is a child of the one that was started. */
  private void signal(String name) {
    Stream.concat(process.toHandle().descendants(), Stream.of(process.toHandle()))
        .forEach(each -> run("kill", "-" + name, String.valueOf(each.pid())));
  }

  private static void run(String... command) {
    try {
      new ProcessBuilder(command).start().waitFor();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    thaw();
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

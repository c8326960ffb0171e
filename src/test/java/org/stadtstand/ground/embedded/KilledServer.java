package org.stadtstand.ground.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.stadtstand.ground.database.Server;
import org.stadtstand.ground.database.TestDatabase;

/** A process that starts the embedded database, writes a row, and is then killed by its test. */
final class KilledServer {

  private KilledServer() {}

  public static void main(String[] arguments) throws InterruptedException {
    DataDirectory data = new DataDirectory(Path.of(arguments[0]));
    Server server = EmbeddedServer.start(data, TestDatabase.PROGRAMS, false);
    TestDatabase.execute(
        server.access(), "create table kept (what text)", "insert into kept values ('row')");
    System.out.println("committed");
    Thread.sleep(Long.MAX_VALUE);
  }

  /** Returns once the row is committed. */
  static Process start(Path data) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                KilledServer.class.getName(),
                data.toString())
            .redirectError(new File(data.toFile(), "killed.log"))
            .start();
    String line = process.inputReader().readLine();
    while (line != null && !line.equals("committed")) {
      line = process.inputReader().readLine();
    }
    if (line == null) {
      throw new IllegalStateException("The process ended before it wrote: see killed.log");
    }
    return process;
  }

  /** Like {@code kill -9}: the process gets no chance to clean up. */
  static void kill(Process process) throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}

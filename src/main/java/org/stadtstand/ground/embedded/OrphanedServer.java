package org.stadtstand.ground.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtstand.ground.fault.StartRefused;

/**
 * The PostgreSQL left running by an earlier run that was killed; nothing committed is lost. It is
 * stopped only if it is certainly a PostgreSQL on our data: after a reboot its process number may
 * belong to anything.
 */
final class OrphanedServer {

  private static final Logger log = LoggerFactory.getLogger(OrphanedServer.class);
  private static final int STOP_SECONDS = 60;

  private final DataDirectory data;
  private final Programs programs;

  OrphanedServer(DataDirectory data, Programs programs) {
    this.data = data;
    this.programs = programs;
  }

  /** Leaves the data without a server, and without a process file that points to a stranger. */
  void stop() throws IOException, InterruptedException {
    Optional<ProcessHandle> named = namedProcess(data);
    if (named.isEmpty()) {
      return; // PostgreSQL itself removes the file of a process that is gone.
    }
    if (!servesOurData(named.get())) {
      log.info("The process file of an earlier PostgreSQL is stale and is removed.");
      Files.deleteIfExists(data.processFile());
      return;
    }
    log.info("An earlier run was killed; its PostgreSQL, process {}, is stopped.", named.get());
    stop(named.get());
  }

  /** The process that the data name as theirs, if it lives. */
  static Optional<ProcessHandle> namedProcess(DataDirectory data) throws IOException {
    if (!Files.exists(data.processFile())) {
      return Optional.empty();
    }
    String number = Files.readAllLines(data.processFile()).stream().findFirst().orElse("");
    // A minus marks PostgreSQL in single-user mode, which we never start.
    return number.matches("\\d{1,10}")
        ? ProcessHandle.of(Long.parseLong(number)).filter(ProcessHandle::isAlive)
        : Optional.empty();
  }

  /** Those of a killed PostgreSQL hold its shared memory until they notice its death. */
  static void awaitEndOfSessions(DataDirectory data) throws InterruptedException {
    for (int tries = 0;
        tries < 50 && ProcessHandle.allProcesses().anyMatch(process -> runsOn(data, process));
        tries++) {
      Thread.sleep(100);
    }
  }

  private static boolean runsOn(DataDirectory data, ProcessHandle process) {
    try {
      return isPostgres(process.info().command().orElse(""))
          && Files.isSameFile(workingDirectory(process), data.cluster());
    } catch (IOException e) {
      // It has ended meanwhile, or this system does not say where it runs.
      return false;
    }
  }

  private static boolean isPostgres(String command) {
    return new File(command).getName().replace(".exe", "").equals("postgres");
  }

  private static Path workingDirectory(ProcessHandle process) {
    return Path.of("/proc", Long.toString(process.pid()), "cwd");
  }

  private boolean servesOurData(ProcessHandle process) throws IOException {
    String command = process.info().command().orElse("");
    if (!isPostgres(command)) {
      return false;
    }
    Path workingDirectory = workingDirectory(process);
    if (Files.exists(workingDirectory)) {
      return Files.isSameFile(workingDirectory, data.cluster()); // where PostgreSQL always runs
    }
    String[] arguments = process.info().arguments().orElse(new String[0]);
    return arguments.length == 0 // Windows does not say
        ? Path.of(command).startsWith(programs.folder())
        : Stream.of(arguments).anyMatch(data.cluster().toString()::equals);
  }

  private void stop(ProcessHandle server) throws IOException, InterruptedException {
    Path control = Path.of(server.info().command().orElseThrow()).resolveSibling("pg_ctl");
    // "fast" ends sessions and rolls back their transactions; committed data stays.
    List<String> stop = List.of("stop", "-D", data.cluster().toString(), "-m", "fast");
    int failed = programs.run(control, stop, "-w", "-t", Integer.toString(STOP_SECONDS));
    if (failed != 0 && server.isAlive()) {
      throw new StartRefused(
          "The PostgreSQL of an earlier run (process %d) does not stop.".formatted(server.pid()),
          "Look into %s, stop that process, and start again.".formatted(data.log()));
    }
  }
}

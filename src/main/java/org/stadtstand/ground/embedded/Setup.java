package org.stadtstand.ground.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtstand.ground.encoding.OpaqueToken;
import org.stadtstand.ground.fault.StartRefused;

/** The first start: creates a password, and restarts a set-up that was interrupted. */
final class Setup {

  private static final Logger log = LoggerFactory.getLogger(Setup.class);

  private Setup() {}

  static String passwordFor(DataDirectory data) throws IOException, InterruptedException {
    if (Files.exists(data.complete())) {
      return readPassword(data);
    }
    clearAwayUnfinished(data);
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    String password = OpaqueToken.of(random);
    Files.deleteIfExists(data.password());
    OwnerOnly.createFile(data.password());
    Files.writeString(data.password(), password);
    return password;
  }

  static String readPassword(DataDirectory data) {
    try {
      String password = Files.readString(data.password()).strip();
      if (password.isEmpty()) {
        throw noPassword("The file with the password of the database is empty", data, null);
      }
      return password;
    } catch (IOException e) {
      throw noPassword("The password of the database is missing", data, e);
    }
  }

  private static StartRefused noPassword(
      String what, DataDirectory data, @Nullable IOException cause) {
    return new StartRefused(
        "%s: %s.".formatted(what, data.password()),
        "Restore that file from a backup; it belongs to the folder beside it.",
        cause);
  }

  static void markComplete(DataDirectory data) throws IOException {
    if (!Files.exists(data.complete())) {
      Files.createFile(data.complete());
    }
  }

  /** Moved aside rather than deleted: what looks unfinished may be someone's only copy. */
  private static void clearAwayUnfinished(DataDirectory data)
      throws IOException, InterruptedException {
    if (!Files.exists(data.cluster())) {
      return;
    }
    awaitEndOfSetUp(data);
    Path aside = data.folder().resolve("postgres.unfinished");
    for (int n = 2; Files.exists(aside); n++) {
      aside = data.folder().resolve("postgres.unfinished-" + n);
    }
    Files.move(data.cluster(), aside, StandardCopyOption.ATOMIC_MOVE);
    log.warn(
        "A set-up of the database was cut short; it was moved to {} and is done again.", aside);
  }

  /** A set-up outlives the process that started it, and empties its folder if it fails. */
  private static void awaitEndOfSetUp(DataDirectory data) throws InterruptedException {
    for (int tries = 0; tries < 100 && setUpRuns(data); tries++) {
      Thread.sleep(100);
    }
  }

  private static boolean setUpRuns(DataDirectory data) {
    String cluster = data.cluster().toString();
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().command().orElse("").contains("initdb"))
        .anyMatch(
            process ->
                Stream.of(process.info().arguments().orElse(new String[0]))
                    .anyMatch(cluster::equals));
  }
}

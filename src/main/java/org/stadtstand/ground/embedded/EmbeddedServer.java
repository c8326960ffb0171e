package org.stadtstand.ground.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtstand.ground.database.JdbcCredentials;
import org.stadtstand.ground.database.Server;
import org.stadtstand.ground.fault.StartRefused;

/**
 * A PostgreSQL that needs no installation. It is durable, although the library behind it is made
 * for tests and would trade durability for speed, and it outlives the process it serves.
 */
public final class EmbeddedServer implements Server {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
  // Long enough to recover from a crash in the middle of a large publication.
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int ANY_PORT = 0;

  /** The exit status of a process that has lost its database (EX_UNAVAILABLE). */
  private static final int ENDED = 69;

  private final DataDirectory data;
  private final DataLock lock;
  private final Restarts restarts;
  private final JdbcCredentials access;
  private EmbeddedPostgres postgres;
  private boolean closed;

  private EmbeddedServer(DataDirectory data, Path programs, DataLock lock, String password) {
    this.data = data;
    this.lock = lock;
    this.restarts = port -> launch(data, programs, password, port);
    this.postgres = restarts.launch(ANY_PORT);
    String url = postgres.getJdbcUrl("postgres", "postgres").replaceFirst("\\?.*", "");
    this.access = new JdbcCredentials(url, "postgres", password);
  }

  /** Launches PostgreSQL on the same data again. */
  private interface Restarts {
    EmbeddedPostgres launch(int port);
  }

  /**
   * Starts PostgreSQL on the data or, if {@code attach} is set, signs in to the one a live server
   * runs.
   */
  public static Server start(DataDirectory data, Path programs, boolean attach) {
    try {
      OwnerOnly.createFolder(data.folder());
      OwnerOnly.createFolder(programs);
      Optional<DataLock> lock = DataLock.tryTake(data.lock());
      if (lock.isPresent()) {
        return start(data, programs, lock.get());
      }
      if (attach) {
        return new AttachedServer(AttachedServer.access(data));
      }
    } catch (IOException e) {
      throw new StartRefused(
          "The data in %s cannot be used: %s.".formatted(data.folder(), e.getMessage()),
          "Make the folder writable, or set database.data-directory to another.",
          e);
    }
    throw new StartRefused(
        "The data in %s are in use by another Stadtstand (%s)."
            .formatted(data.folder(), DataLock.holder(data.lock())),
        "Stop it, or set database.data-directory to another folder.");
  }

  private static Server start(DataDirectory data, Path programs, DataLock lock) throws IOException {
    try {
      Programs.refuseRootWithoutNamespace();
      ServerLog.shorten(data.log());
      new OrphanedServer(data, new Programs(programs, data.log().toFile())).stop();
      EmbeddedServer server = new EmbeddedServer(data, programs, lock, Setup.passwordFor(data));
      server.verify();
      return server;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      lock.close();
      throw new IllegalStateException("Interrupted while the database was starting", e);
    } catch (Throwable e) {
      lock.close();
      throw e;
    }
  }

  private static EmbeddedPostgres launch(
      DataDirectory data, Path programs, String password, int port) {
    try {
      return Options.of(data, programs, password).setPort(port).setPGStartupWait(PATIENCE).start();
    } catch (IOException | IllegalStateException e) {
      throw new StartRefused(
          "The embedded PostgreSQL on %s did not start. Its last words: %s"
              .formatted(data.cluster(), ServerLog.lastWords(data.log())),
          "Look into %s.".formatted(data.log()),
          e);
    }
  }

  private synchronized void verify() throws IOException {
    try {
      Durability.verify(access);
      Setup.markComplete(data);
    } catch (Throwable e) {
      postgres.close();
      throw e;
    }
    log.info("PostgreSQL runs on {} at {}.", data.cluster(), access);
    // Not the process that the library started: that one has only detached this one.
    OrphanedServer.namedProcess(data)
        .orElseThrow(() -> new IOException("PostgreSQL has ended already"))
        .onExit()
        .thenRun(this::restart);
  }

  /**
   * Starts a PostgreSQL that somebody has killed again, at the same port, so that the pools reach
   * it. If that fails, the process ends: whoever supervises it would otherwise see a server that
   * runs and never answers anything new again.
   */
  private synchronized void restart() {
    if (closed) {
      return;
    }
    log.warn("PostgreSQL on {} has ended; it is started again.", data.cluster());
    try {
      postgres.close();
      OrphanedServer.awaitEndOfSessions(data);
      postgres = restarts.launch(postgres.getPort());
      verify();
    } catch (IOException | InterruptedException | RuntimeException e) {
      log.error("PostgreSQL on {} cannot be started again: this process ends.", data.cluster(), e);
      // From another thread, because the shutdown waits for close(), which waits for this lock.
      Thread.ofPlatform().start(() -> System.exit(ENDED));
    }
  }

  @Override
  public JdbcCredentials access() {
    return access;
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      postgres.close();
    } catch (IOException e) {
      log.warn("PostgreSQL did not stop cleanly; the next start will cope with it.", e);
    } finally {
      lock.close();
    }
  }
}

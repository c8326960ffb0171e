package org.stadtstand.ground.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtstand.ground.database.DatabaseRefused;
import org.stadtstand.ground.database.JdbcCredentials;
import org.stadtstand.ground.database.Server;

/**
 * A PostgreSQL that needs no installation. It is durable, although the library behind it is made
 * for tests and would trade durability for speed, and it outlives the process it serves.
 */
public final class EmbeddedServer implements Server {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
  // Long enough to recover from a crash in the middle of a large publication.
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final DataLock lock;
  private final EmbeddedPostgres postgres;
  private final JdbcCredentials access;

  private EmbeddedServer(DataLock lock, EmbeddedPostgres postgres, JdbcCredentials access) {
    this.lock = lock;
    this.postgres = postgres;
    this.access = access;
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
      throw new DatabaseRefused(
          "The data in %s cannot be used: %s.".formatted(data.folder(), e.getMessage()),
          "Make the folder writable, or set database.data-directory to another.",
          e);
    }
    throw new DatabaseRefused(
        "The data in %s are in use by another Stadtstand (%s)."
            .formatted(data.folder(), DataLock.holder(data.lock())),
        "Stop it, or set database.data-directory to another folder.");
  }

  private static Server start(DataDirectory data, Path programs, DataLock lock) throws IOException {
    try {
      Programs.refuseRootWithoutNamespace();
      ServerLog.shorten(data.log());
      new OrphanedServer(data, new Programs(programs, data.log().toFile())).stop();
      String password = Setup.passwordFor(data);
      EmbeddedPostgres postgres = launch(data, programs, password);
      String url = postgres.getJdbcUrl("postgres", "postgres").replaceFirst("\\?.*", "");
      JdbcCredentials access = new JdbcCredentials(url, "postgres", password);
      EmbeddedServer server = new EmbeddedServer(lock, postgres, access);
      server.verify(data);
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

  private static EmbeddedPostgres launch(DataDirectory data, Path programs, String password) {
    try {
      return Options.of(data, programs, password).setPGStartupWait(PATIENCE).start();
    } catch (IOException | IllegalStateException e) {
      throw new DatabaseRefused(
          "The embedded PostgreSQL on %s did not start. Its last words: %s"
              .formatted(data.cluster(), ServerLog.lastWords(data.log())),
          "Look into %s.".formatted(data.log()),
          e);
    }
  }

  private void verify(DataDirectory data) throws IOException {
    try {
      Durability.verify(access);
      Setup.markComplete(data);
    } catch (Throwable e) {
      postgres.close();
      throw e;
    }
    log.info("PostgreSQL runs on {} at {}.", data.cluster(), access);
  }

  @Override
  public JdbcCredentials access() {
    return access;
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      log.warn("PostgreSQL did not stop cleanly; the next start will cope with it.", e);
    } finally {
      lock.close();
    }
  }
}

package org.stadtstand.ground.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.embedded.DataDirectory;
import org.stadtstand.ground.embedded.EmbeddedServer;

/**
 * A real PostgreSQL for every IT: one server for all tests of a run, kept below {@code target}
 * between runs, and in it {@link #shared()}, the database of all Spring tests, and as many {@link
 * #fresh()} ones as are asked for. Each has its tables and its reading role.
 */
public final class TestDatabase implements AutoCloseable {

  public static final Path PROGRAMS = Path.of("target/test-database/programs").toAbsolutePath();

  private static final DataDirectory DATA = new DataDirectory(Path.of("target/test-database"));
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static @Nullable Server server;
  private static @Nullable TestDatabase shared;

  private final Access access;
  private final Publishing publishing;
  private final HikariDataSource reading;
  private final LinkKeeping links;

  private TestDatabase(Access access) {
    DatabaseSettings settings = settings(DATA.folder());
    HikariDataSource owner = Pools.publishing(access, settings);
    this.access = access;
    this.publishing = new Publishing(owner);
    this.reading = Pools.reading(access, settings);
    this.links = new LinkKeeping(Pools.links(access, settings));
    Migration.run(owner, access);
    new ReaderRole(publishing.jdbc()).prepare();
    new LinkRole(publishing.jdbc()).prepare();
  }

  /** The database that every Spring test is given without asking. */
  public static synchronized TestDatabase shared() {
    if (shared == null) {
      shared = new TestDatabase(create("shared"));
    }
    return shared;
  }

  /** An empty database of its own: tables, and no row. */
  public static TestDatabase fresh() {
    return new TestDatabase(create("fresh" + COUNT.incrementAndGet()));
  }

  /** A database without even tables. */
  static Access empty() {
    return create("empty" + COUNT.incrementAndGet());
  }

  static DatabaseSettings settings(Path data) {
    return new DatabaseSettings(data, false, 4, 2, Duration.ofSeconds(5), Duration.ofSeconds(20));
  }

  public String url() {
    return access.url();
  }

  public String user() {
    return String.valueOf(access.user());
  }

  public String password() {
    return String.valueOf(access.password());
  }

  public Publishing publishing() {
    return publishing;
  }

  /** What all rooms but the importing one are given. */
  public DataSource reading() {
    return reading;
  }

  /** For a process that a test starts: the right to publish in a database that is there. */
  public static Publishing publishing(String url, String user, String password) {
    return new Publishing(
        Pools.publishing(new Access(url, user, password), settings(Path.of("target"))));
  }

  public LinkKeeping links() {
    return links;
  }

  public JdbcClient jdbc() {
    return JdbcClient.create(reading);
  }

  Access access() {
    return access;
  }

  @Override
  public void close() {
    links.close();
    reading.close();
    publishing.close();
  }

  private static synchronized Access create(String name) {
    Access access = server().access();
    execute(access, "drop database if exists " + name + " with (force)");
    execute(access, "create database " + name);
    return in(access, name);
  }

  static Access in(Access access, String database) {
    String url = access.url().replaceFirst("[^/]*$", database);
    return new Access(url, access.user(), access.password());
  }

  private static Server server() {
    if (server == null) {
      Server started = EmbeddedServer.start(DATA, PROGRAMS, false);
      Runtime.getRuntime().addShutdownHook(new Thread(started::close));
      server = started;
    }
    return server;
  }

  public static void execute(Access access, String... statements) {
    try (Connection connection =
            DriverManager.getConnection(access.url(), access.user(), access.password());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

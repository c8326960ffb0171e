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
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.embedded.DataDirectory;
import org.stadtstand.ground.embedded.EmbeddedServer;

/**
 * A real PostgreSQL for every IT: one server for all tests of a process, kept below {@code target}
 * between runs. It holds {@link #shared()}, the database of all Spring tests, and as many {@link
 * #fresh()} ones as tests request, each with its tables and its reading role.
 */
public final class TestDatabase implements AutoCloseable {

  /** The build runs the tests in more than one process, each with its own server. */
  private static final Path FOLDER =
      Path.of(System.getProperty("test.database", "target/test-database"));

  public static final Path PROGRAMS = FOLDER.resolve("programs").toAbsolutePath();

  private static final DataDirectory DATA = new DataDirectory(FOLDER);
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static @Nullable Server server;
  private static @Nullable TestDatabase shared;

  private final JdbcCredentials access;
  private final WriteDatabase publishing;
  private final HikariDataSource reading;
  private final LinkDatabase links;

  private TestDatabase(JdbcCredentials access) {
    DatabaseSettings settings = settings(DATA.folder());
    HikariDataSource owner = Pools.publishing(access, settings);
    this.access = access;
    this.publishing = new WriteDatabase(owner);
    this.reading = Pools.reading(access, settings);
    this.links = new LinkDatabase(Pools.links(access, settings), false);
    Migration.run(owner, access);
    new ReaderRole(publishing.jdbc(), Pools.reader(access, settings)).prepare();
    SchemaRole.ofLinks(publishing.jdbc(), Pools.linker(access, settings)).prepare();
  }

  /** The database that every Spring test gets by default. */
  public static synchronized TestDatabase shared() {
    if (shared == null) {
      shared = new TestDatabase(create("shared"));
    }
    return shared;
  }

  /** A separate, empty database: tables, but no rows. */
  public static TestDatabase fresh() {
    return new TestDatabase(create("fresh" + COUNT.incrementAndGet()));
  }

  /** A database without even tables. */
  static JdbcCredentials empty() {
    return create("empty" + COUNT.incrementAndGet());
  }

  static DatabaseSettings settings(Path data) {
    return settings(data, "");
  }

  static DatabaseSettings settings(Path data, String rolePassword) {
    return new DatabaseSettings(
        data,
        false,
        4,
        2,
        Duration.ofSeconds(5),
        Duration.ofSeconds(20),
        rolePassword,
        "",
        DatabaseRole.ALL);
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

  public WriteDatabase publishing() {
    return publishing;
  }

  /** The connections given to all rooms but the importing one. */
  public DataSource reading() {
    return reading;
  }

  /** For a process started by a test: the right to publish in an existing database. */
  public static WriteDatabase publishing(String url, String user, String password) {
    return new WriteDatabase(
        Pools.publishing(new JdbcCredentials(url, user, password), settings(Path.of("target"))));
  }

  public LinkDatabase links() {
    return links;
  }

  /** The connections of whoever sends web hooks; to be closed before this. */
  public HookDatabase hooks() {
    DatabaseSettings settings = settings(DATA.folder());
    SchemaRole.ofHooks(publishing.jdbc(), Pools.hooker(access, settings)).prepare();
    return new HookDatabase(Pools.hooks(access, settings));
  }

  public JdbcClient jdbc() {
    return JdbcClient.create(reading);
  }

  JdbcCredentials access() {
    return access;
  }

  @Override
  public void close() {
    links.close();
    reading.close();
    publishing.close();
  }

  private static synchronized JdbcCredentials create(String name) {
    JdbcCredentials access = server().access();
    execute(access, "drop database if exists " + name + " with (force)");
    execute(access, "create database " + name);
    return in(access, name);
  }

  static JdbcCredentials in(JdbcCredentials access, String database) {
    String url = access.url().replaceFirst("[^/]*$", database);
    return new JdbcCredentials(url, access.user(), access.password());
  }

  private static Server server() {
    if (server == null) {
      Server started = EmbeddedServer.start(DATA, PROGRAMS, false);
      // A hook of its own would run beside the one in which Spring closes what still uses it.
      SpringApplication.getShutdownHandlers().add(started::close);
      server = started;
    }
    return server;
  }

  public static void execute(JdbcCredentials access, String... statements) {
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

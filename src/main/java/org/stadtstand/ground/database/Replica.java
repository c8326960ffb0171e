package org.stadtstand.ground.database;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtstand.ground.database.AnnouncedState.State;

/**
 * One replica and its pool. Each connection proves once for each announced state that its server
 * has reached it: behind one name there may be several servers, and a connection stays with one.
 */
final class Replica implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Replica.class);

  /** So long nobody asks a replica that was found away or behind. */
  private static final long PAUSE = Duration.ofSeconds(1).toNanos();

  private static final String NEWEST =
      """
      select coalesce((select max(id) from release), 0),
        coalesce((select max(id) from redaction), 0)
      """;

  private final String host;
  private final HikariDataSource pool;
  private final Cache<PGConnection, State> reached = Caffeine.newBuilder().weakKeys().build();
  private volatile boolean left;
  private volatile long until = System.nanoTime();

  Replica(String host, HikariDataSource pool) {
    this.host = host;
    this.pool = pool;
  }

  String host() {
    return host;
  }

  HikariDataSource pool() {
    return pool;
  }

  /** Behind a pooler the schema is that of the role. */
  void read(String schema) {
    if (!Pooler.isMeant(pool.getJdbcUrl())) {
      pool.setSchema(schema);
    }
    Pooler.check(pool, pool.getJdbcUrl());
  }

  /** Whether it is left out at the moment, for monitoring. */
  boolean isLeftOut() {
    return left;
  }

  /** A connection to a server that has reached a state; empty if there is none at the moment. */
  Optional<Connection> connection(State announced) throws SQLException {
    if (left && System.nanoTime() - until < 0) {
      return Optional.empty();
    }
    try {
      Connection connection = pool.getConnection();
      if (hasReached(connection, announced)) {
        takeBack();
        return Optional.of(connection);
      }
      // Behind a name with several servers the next connection may lead to another one.
      pool.evictConnection(connection);
      leaveOut("has not reached the newest release");
    } catch (SQLException e) {
      leaveOut("cannot be read: " + e.getMessage());
    }
    return Optional.empty();
  }

  private boolean hasReached(Connection connection, State announced) throws SQLException {
    PGConnection server = connection.unwrap(PGConnection.class);
    State known = reached.getIfPresent(server);
    if (known != null && known.hasReached(announced)) {
      return true;
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(NEWEST)) {
      row.next();
      State now = new State(row.getInt(1), row.getInt(2));
      reached.put(server, now);
      return now.hasReached(announced);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private void leaveOut(String reason) {
    if (!left) {
      log.warn("The replica {} {}; it is left out until it can be read again.", host, reason);
    }
    until = System.nanoTime() + PAUSE;
    left = true;
  }

  private void takeBack() {
    if (left) {
      left = false;
      log.info("The replica {} is read again.", host);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}

package org.stadtstand.ground.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.stadtstand.ground.database.AnnouncedState.State;

/**
 * Connections to replicas in turn, each of them to a server that has everything this server has
 * announced. If no replica has, the primary is read; where there is none, nothing is.
 */
final class ReplicaDataSource extends AbstractDataSource implements AutoCloseable {

  private final List<Replica> replicas;
  private final @Nullable HikariDataSource primary;
  private final AnnouncedState announced;
  private final AtomicInteger turn = new AtomicInteger();

  /**
   * @param primary null if this server only knows replicas
   */
  ReplicaDataSource(
      List<Replica> replicas, @Nullable HikariDataSource primary, AnnouncedState announced) {
    this.replicas = List.copyOf(replicas);
    this.primary = primary;
    this.announced = announced;
  }

  @Override
  public Connection getConnection() throws SQLException {
    State needed = announced.state();
    int first = turn.getAndIncrement();
    for (int i = 0; i < replicas.size(); i++) {
      Replica replica = replicas.get(Math.floorMod(first + i, replicas.size()));
      Optional<Connection> connection = replica.connection(needed);
      if (connection.isPresent()) {
        return connection.get();
      }
    }
    if (primary == null) {
      throw new SQLTransientConnectionException("No replica has reached the newest release");
    }
    return primary.getConnection();
  }

  @Override
  public Connection getConnection(String user, String password) {
    throw new UnsupportedOperationException("All connections belong to the role that reads");
  }

  List<Replica> replicas() {
    return replicas;
  }

  Stream<HikariDataSource> pools() {
    return Stream.concat(replicas.stream().map(Replica::pool), Stream.ofNullable(primary));
  }

  @Override
  public void close() {
    pools().forEach(HikariDataSource::close);
  }
}

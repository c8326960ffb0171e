package org.stadtstand.ground.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.stadtstand.ground.database.AnnouncedState.State;
import org.stadtstand.ground.embedded.ReplicatedDatabase;

/** Two standbys, of which one may fall behind or be gone. */
class ReplicaDataSourceIT {

  @TempDir private static Path folder;
  private static ReplicatedDatabase database;
  private static WriteDatabase owner;
  private static DatabaseSettings settings;

  private final AnnouncedState announced = new AnnouncedState();
  private final ReplicaDataSource reading = reading(true);
  private final ReplicaDataSource readingOnly = reading(false);

  @BeforeAll
  static void start() throws Exception {
    database = ReplicatedDatabase.start(folder, 2);
    settings =
        new DatabaseSettings(
            folder,
            false,
            2,
            2,
            Duration.ofMillis(500),
            Duration.ofSeconds(5),
            "",
            database.standbys(),
            DatabaseRole.ALL);
    owner = new WriteDatabase(Pools.publishing(database.primary(), settings));
    owner.jdbc().sql("create table release (id int)").update();
    owner.jdbc().sql("create table redaction (id int)").update();
    new ReaderRole(owner.jdbc(), Pools.reader(database.primary(), settings)).prepare();
    publish("release", 1);
    reached(0);
    reached(1);
  }

  @AfterAll
  static void stop() {
    owner.close();
    database.close();
  }

  @AfterEach
  void close() {
    reading.close();
    readingOnly.close();
    owner.jdbc().sql("delete from release where id > 1").update();
    owner.jdbc().sql("delete from redaction").update();
  }

  private ReplicaDataSource reading(boolean primary) {
    return new ReplicaDataSource(
        Pools.replicas(database.primary(), settings),
        primary ? Pools.reading(database.primary(), settings) : null,
        announced);
  }

  private static void publish(String table, int id) {
    owner.jdbc().sql("insert into " + table + " values (:id)").param("id", id).update();
  }

  private static void reached(int standby) {
    String now = owner.jdbc().sql("select pg_current_wal_lsn()::text").query(String.class).single();
    JdbcCredentials access = database.standby(standby);
    JdbcClient jdbc =
        JdbcClient.create(
            new DriverManagerDataSource(
                access.url(), String.valueOf(access.user()), String.valueOf(access.password())));
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                jdbc.sql("select pg_last_wal_replay_lsn() >= cast(:now as pg_lsn)")
                    .param("now", now)
                    .query(Boolean.class)
                    .single());
  }

  /** The ports of the servers that some connections lead to. */
  private static Set<Integer> ports(ReplicaDataSource source) throws SQLException {
    Set<Integer> ports = new HashSet<>();
    for (int i = 0; i < 6; i++) {
      try (Connection connection = source.getConnection()) {
        ports.add(
            JdbcClient.create(new SingleConnectionDataSource(connection, true))
                .sql("select inet_server_port()")
                .query(Integer.class)
                .single());
      }
    }
    return ports;
  }

  private static int port(JdbcCredentials access) {
    return Integer.parseInt(access.url().replaceFirst(".*:(\\d+)/.*", "$1"));
  }

  @Test
  void replicasAreReadInTurnAndThePrimaryIsNot() throws Exception {
    announced.announce(new State(1, 0));
    assertThat(ports(reading))
        .containsExactlyInAnyOrder(port(database.standby(0)), port(database.standby(1)));
  }

  @Test
  void aReplicaThatIsBehindIsLeftOutUntilItHasCaughtUp() throws Exception {
    ports(reading);
    database.pause(0);
    try {
      publish("release", 2);
      reached(1);
      announced.announce(new State(2, 0));
      assertThat(ports(reading)).containsExactly(port(database.standby(1)));
      assertThat(reading.replicas().getFirst().isLeftOut()).isTrue();
    } finally {
      database.resume(0);
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> ports(reading).contains(port(database.standby(0))));
    assertThat(reading.replicas().getFirst().isLeftOut()).isFalse();
  }

  @Test
  void aRedactionCountsAsMuchAsARelease() throws Exception {
    ports(reading);
    database.pause(1);
    try {
      publish("redaction", 1);
      reached(0);
      announced.announce(new State(1, 1));
      assertThat(ports(reading)).containsExactly(port(database.standby(0)));
    } finally {
      database.resume(1);
    }
  }

  @Test
  void ifAllAreBehindThePrimaryIsReadOrNothing() throws Exception {
    ports(reading);
    database.pause(0);
    database.pause(1);
    try {
      publish("release", 2);
      announced.announce(new State(2, 0));
      assertThat(ports(reading)).containsExactly(port(database.primary()));
      assertThatThrownBy(readingOnly::getConnection)
          .isInstanceOf(SQLTransientConnectionException.class);
    } finally {
      database.resume(0);
      database.resume(1);
    }
  }

  @Test
  void whatReadsCanNotWriteAnywhere() throws Exception {
    try (Connection connection = reading.getConnection()) {
      assertThat(connection.isReadOnly()).isTrue();
      assertThatThrownBy(
              () -> connection.createStatement().execute("insert into release values (9)"))
          .isInstanceOf(SQLException.class);
    }
  }
}

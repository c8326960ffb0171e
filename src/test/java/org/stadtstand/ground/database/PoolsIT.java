package org.stadtstand.ground.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** Connections give up a network that has fallen silent. */
class PoolsIT {

  private static final DatabaseSettings SETTINGS = TestDatabase.settings(Path.of("target"));

  @Test
  void everyPoolGivesUpASilentConnection() throws Exception {
    TestDatabase.shared();
    JdbcCredentials access = TestDatabase.shared().access();
    Map<HikariDataSource, Duration> silences =
        Map.of(
            Pools.reading(access, SETTINGS), Duration.ofSeconds(25),
            Pools.links(access, SETTINGS), Duration.ofSeconds(25),
            Pools.publishing(access, SETTINGS), Duration.ofMinutes(30));
    for (Map.Entry<HikariDataSource, Duration> pool : silences.entrySet()) {
      try (HikariDataSource source = pool.getKey();
          Connection connection = source.getConnection()) {
        assertThat(connection.getNetworkTimeout())
            .as(source.getPoolName())
            .isEqualTo((int) pool.getValue().toMillis());
        assertThat(source.getDataSourceProperties().values())
            .as("the driver ignores what is not a text")
            .allMatch(String.class::isInstance);
        assertThat(source.getDataSourceProperties()).containsEntry("tcpKeepAlive", "true");
        assertThat(connection.unwrap(PGConnection.class)).isNotNull();
      }
    }
  }
}

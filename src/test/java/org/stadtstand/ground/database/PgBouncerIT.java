package org.stadtstand.ground.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.stadtstand.Questions;
import org.stadtstand.TestServer;
import org.stadtstand.deliver.publication.Press;
import org.stadtstand.ground.fault.StartRefused;

/**
 * Questions are read through PgBouncer in transaction mode; whatever needs a session is refused.
 */
class PgBouncerIT {

  private static final String STATE =
      "{ releases(last: 1) { nodes { number } }"
          + " targets(first: 3) { totalCount nodes { key outcome } } }";

  @TempDir private static Path folder;
  private static TestDatabase database;
  private static PgBouncer pooler;
  private static ConfigurableApplicationContext node;

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(
        PgBouncer.program().isPresent(), "pgbouncer is not there; reading through it is untested");
    database = TestDatabase.fresh();
    JdbcCredentials owner =
        new JdbcCredentials(database.url(), database.user(), database.password());
    DatabaseSettings settings = TestDatabase.settings(folder);
    pooler =
        PgBouncer.start(
            folder,
            database.url(),
            List.of(owner, Pools.reader(owner, settings), Pools.linker(owner, settings)));
    node = node(database.url(), pooler.url() + "?prepareThreshold=0");
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(state()).contains("\"number\":4"));
  }

  private static ConfigurableApplicationContext node(String url, String readUrl) {
    return TestServer.on(database)
        .set("spring.datasource.url", url)
        .set("database.read-url", readUrl)
        // More than the pooler has sessions.
        .set("database.read-connections", 6)
        .set("database.statement-timeout", "7s")
        .importing("seed-data/duesseldorf")
        .start();
  }

  @AfterAll
  static void stop() {
    if (node != null) {
      node.close();
      pooler.close();
      database.close();
    }
  }

  @Test
  void whatIsPublishedIsReadThroughIt() throws Exception {
    String before = state();
    node.getBean(Press.class).revoke("duesseldorf", 4);
    assertThat(state()).contains("\"number\":5").isNotEqualTo(before);
    assertThat(pooler()).isEqualTo(1);
  }

  /** How many of its pools go through the pooler, and have been used. */
  private static long pooler() {
    ReplicaDataSource reading = node.getBean(ReplicaDataSource.class);
    assertThat(reading.replicas()).hasSize(1).noneMatch(Replica::isLeftOut);
    return reading.replicas().stream()
        .filter(replica -> replica.pool().getHikariPoolMXBean().getTotalConnections() > 0)
        .count();
  }

  @Test
  void itsSessionsHaveTheLimitsOfTheRole() throws SQLException {
    try (Connection one = node.getBean(ReplicaDataSource.class).getConnection();
        Statement statement = one.createStatement()) {
      assertThat(shown(statement, "statement_timeout")).isEqualTo("7s");
      assertThat(shown(statement, "jit")).isEqualTo("off");
      assertThatThrownBy(() -> statement.execute("delete from release"))
          .isInstanceOf(SQLException.class);
    }
  }

  private static String shown(Statement statement, String name) throws SQLException {
    try (ResultSet row = statement.executeQuery("show " + name)) {
      row.next();
      return row.getString(1);
    }
  }

  @Test
  void publishingThroughItIsRefused() {
    assertThatThrownBy(() -> node(pooler.url() + "?prepareThreshold=0", "").close())
        .satisfies(
            e ->
                assertThat(NestedExceptionUtils.getMostSpecificCause(e))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("SPRING_DATASOURCE_URL")
                    .hasMessageContaining("through a pooler"));
  }

  @Test
  void readingThroughItWithPreparedStatementsIsRefused() {
    assertThatThrownBy(() -> node(database.url(), pooler.url()).close())
        .satisfies(
            e ->
                assertThat(NestedExceptionUtils.getMostSpecificCause(e))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("database.read-url")
                    .hasMessageContaining("through a pooler"));
  }

  private static String state() {
    return node.getBean(Questions.class).data(STATE).toString();
  }
}

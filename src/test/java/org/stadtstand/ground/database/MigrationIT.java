package org.stadtstand.ground.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.stadtstand.ground.fault.StartRefused;

/** Tables are created once, and those of another server version stop the startup. */
class MigrationIT {

  @Test
  void doesNothingTheSecondTime() {
    try (TestDatabase database = TestDatabase.fresh()) {
      assertThatCode(() -> migrate(database)).doesNotThrowAnyException();
    }
  }

  @Test
  void refusesTablesOfANewerServer() {
    try (TestDatabase database = TestDatabase.fresh()) {
      database
          .publishing()
          .jdbc()
          .sql(
              """
              insert into flyway_schema_history values
              (999, '999', 'later', 'SQL', 'V999__later.sql', 1, 'later', now(), 1, true)
              """)
          .update();
      assertThatThrownBy(() -> migrate(database))
          .isInstanceOf(StartRefused.class)
          .hasMessage(
              "The tables are newer than this server: it does not know schema version 999.");
    }
  }

  @Test
  void refusesTablesOfOtherScripts() {
    try (TestDatabase database = TestDatabase.fresh()) {
      database
          .publishing()
          .jdbc()
          .sql("update flyway_schema_history set checksum = 1 where version = '1'")
          .update();
      assertThatThrownBy(() -> migrate(database))
          .isInstanceOf(StartRefused.class)
          .hasMessage(
              "The tables were made by other scripts than this server's: Migration checksum"
                  + " mismatch for migration version 1");
    }
  }

  /** Before the first release there were other scripts, the last of them numbered 9.7. */
  @Test
  void refusesTablesFromBeforeTheFirstRelease() {
    try (TestDatabase database = TestDatabase.fresh()) {
      TestDatabase.execute(
          database.access(),
          "delete from flyway_schema_history",
          """
          insert into flyway_schema_history values
          (1, '1', 'record and release', 'SQL', 'V1__record_and_release.sql', 19210985, 'a', now(),
            1, true),
          (2, '2.1', 'municipality', 'SQL', 'V2_1__municipality.sql', -2106190437, 'a', now(), 1,
            true),
          (20, '9.7', 'project report', 'SQL', 'V9_7__project_report.sql', 1179980423, 'a', now(),
            1, true)
          """);
      assertThatThrownBy(() -> migrate(database))
          .isInstanceOf(StartRefused.class)
          .hasMessageStartingWith("The tables were made by other scripts than this server's: ")
          .extracting(refused -> ((StartRefused) refused).action())
          .asString()
          .contains("give this one an empty database");
    }
  }

  @Test
  void refusesADatabaseOfSomethingElse() {
    JdbcCredentials access = TestDatabase.empty();
    TestDatabase.execute(access, "create table shop (item text)");
    try (WriteDatabase owner = new WriteDatabase(Pools.publishing(access, settings()))) {
      assertThatThrownBy(() -> Migration.run(owner.dataSource(), access))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("non-empty schema");
    }
  }

  @Test
  void refusesADatabaseThatOnlyLetsItselfBeRead() {
    JdbcCredentials access = TestDatabase.empty();
    String name = access.url().replaceFirst(".*/", "");
    TestDatabase.execute(
        access, "alter database " + name + " set default_transaction_read_only = on");
    assertThat(refusal(access))
        .hasMessageContaining("only lets itself be read: it is a standby, or set to be read-only");
  }

  @Test
  void refusesAnOldPostgres() {
    JdbcCredentials access =
        new JdbcCredentials("jdbc:postgresql://old/city?password=secret", null, null);
    assertThatThrownBy(() -> Migration.refuseOlderThanNeeded(14, access))
        .hasMessage(
            "The database jdbc:postgresql://old/city is PostgreSQL 14; Stadtstand needs 15 or"
                + " newer.");
    assertThatCode(() -> Migration.refuseOlderThanNeeded(15, access)).doesNotThrowAnyException();
  }

  @Test
  void saysWhyThereIsNoConnection() {
    JdbcCredentials good = TestDatabase.empty();
    assertThat(refusal(new JdbcCredentials(good.url(), "postgres", "wrong")).action())
        .isEqualTo("Set SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.");
    assertThat(refusal(TestDatabase.in(good, "nowhere")).action())
        .isEqualTo("Create that database, or correct SPRING_DATASOURCE_URL.");
    assertThat(refusal(new JdbcCredentials("jdbc:postgresql://localhost:1/city", "a", "b")))
        .hasMessageContaining("Connection to localhost:1 refused")
        .extracting(StartRefused::action)
        .isEqualTo("Start that PostgreSQL, or correct SPRING_DATASOURCE_URL.");
  }

  private static StartRefused refusal(JdbcCredentials access) {
    try (WriteDatabase owner = new WriteDatabase(Pools.publishing(access, settings()))) {
      Migration.run(owner.dataSource(), access);
      throw new AssertionError("was not refused");
    } catch (StartRefused refused) {
      return refused;
    }
  }

  private static void migrate(TestDatabase database) {
    Migration.run(database.publishing().dataSource(), database.access());
  }

  private static DatabaseSettings settings() {
    return TestDatabase.settings(Path.of("target"));
  }
}

package org.stadtstand.ground.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.fault.StartRefused;

/** The role that answers questions can read everything and do nothing else. */
class ReaderRoleIT {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final JdbcClient READER = DATABASE.jdbc();
  private static final JdbcClient OWNER = DATABASE.publishing().jdbc();

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void readsEveryTable() {
    for (String table : tables()) {
      assertThat(READER.sql("select count(*) from " + table).query(Integer.class).single())
          .isNotNull();
    }
  }

  @Test
  void readsTablesThatAreAddedLater() {
    OWNER.sql("create table later as select 1 as one").update();
    assertThat(READER.sql("select one from later").query(Integer.class).single()).isEqualTo(1);
    OWNER.sql("drop table later").update();
  }

  @Test
  void writesNoTable() {
    for (String table : tables()) {
      assertThatThrownBy(() -> READER.sql("delete from " + table).update())
          .hasMessageContaining("read-only transaction");
      // Not even with a statement that first makes the session writable.
      assertThatThrownBy(() -> writable("delete from " + table)).hasMessageContaining("denied");
      assertThatThrownBy(() -> writable("truncate " + table)).hasMessageContaining("denied");
    }
  }

  @Test
  void makesNoTable() {
    assertThatThrownBy(() -> writable("create table mine (n int)")).hasMessageContaining("denied");
  }

  @Test
  void hasItsLimits() {
    assertThat(shown("statement_timeout")).isEqualTo("20s");
    assertThat(shown("max_parallel_workers_per_gather")).isEqualTo("0");
  }

  /** With the owner's login, "reset role" would have been enough to write. */
  @Test
  void signsInAsItselfAndCanBecomeNobodyElse() {
    assertThat(READER.sql("select session_user").query(String.class).single())
        .isEqualTo("stadtstand_reader");
    for (String statement :
        List.of(
            "set role postgres",
            "set session authorization postgres",
            "set role stadtstand_link")) {
      assertThatThrownBy(() -> writable(statement)).hasMessageContaining("permission denied");
    }
    assertThatThrownBy(() -> writable("reset role; delete from release"))
        .hasMessageContaining("permission denied");
  }

  @Test
  void preparingItAgainChangesNothing() {
    role().prepare();
    signsInAsItselfAndCanBecomeNobodyElse();
  }

  private static ReaderRole role() {
    return new ReaderRole(OWNER, Pools.reader(DATABASE.access(), settings()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "insert on release | release",
        "update (reason) on release | release",
        "insert on link.question | link.question",
        "create on schema link | schema link"
      })
  void rightsToWriteStopTheStart(String right, String named) {
    new ExcessRight(OWNER, "stadtstand_reader", right)
        .stopsTheStart(() -> role().prepare(), "reads", named);
  }

  @Test
  void anOwnerWithoutRightsIsToldWhatToRun() {
    JdbcCredentials admin = TestDatabase.empty();
    TestDatabase.execute(
        admin,
        "drop role if exists plain",
        "create role plain login password 'plain'",
        "grant create on schema public to plain",
        "create schema link authorization plain",
        "create schema hook authorization plain");
    JdbcCredentials plain = new JdbcCredentials(admin.url(), "plain", "plain");
    try (WriteDatabase owner = new WriteDatabase(Pools.publishing(plain, settings()))) {
      ReaderRole unknown = new ReaderRole(owner.jdbc(), Pools.reader(plain, settings()));
      assertThatThrownBy(unknown::prepare)
          .isInstanceOfSatisfying(
              StartRefused.class,
              refused ->
                  assertThat(refused.action())
                      .contains("create role stadtstand_reader login", "database.role-password"));
      String password = String.valueOf(Pools.reader(admin, settings()).password());
      DatabaseSettings given = TestDatabase.settings(Path.of("target"), password);
      Migration.run(owner.dataSource(), plain);
      new ReaderRole(owner.jdbc(), Pools.reader(plain, given)).prepare();
    }
    TestDatabase.execute(admin, "drop owned by plain", "drop role plain");
  }

  private static void writable(String forbidden) throws SQLException {
    try (Connection connection = DATABASE.reading().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("begin read write");
      try {
        statement.execute(forbidden);
      } finally {
        statement.execute("rollback");
      }
    }
  }

  private static String shown(String setting) {
    return READER.sql("show " + setting).query(String.class).single();
  }

  private static DatabaseSettings settings() {
    return TestDatabase.settings(Path.of("target"));
  }

  private static List<String> tables() {
    return List.of("record", "release", "delivery", "withdrawal", "flyway_schema_history");
  }
}

package org.stadtstand.ground.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The role for links touches nothing published, the role for reading touches no link. */
class LinkRoleIT {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final JdbcClient LINKS = DATABASE.links().jdbc();
  private static final List<String> KEPT = List.of("question", "block", "answer", "citation");

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private static SchemaRole role() {
    DatabaseSettings settings = TestDatabase.settings(Path.of("target"));
    return SchemaRole.ofLinks(
        DATABASE.publishing().jdbc(), Pools.linker(DATABASE.access(), settings));
  }

  @Test
  void signsInAsItself() {
    assertThat(LINKS.sql("select session_user").query(String.class).single())
        .isEqualTo("stadtstand_link");
    assertThatThrownBy(() -> LINKS.sql("set session authorization postgres").update())
        .hasStackTraceContaining("permission denied");
  }

  @Test
  void keepsLinks() {
    for (String table : KEPT) {
      assertThat(
              LINKS.sql("insert into link.%1$s select * from link.%1$s".formatted(table)).update())
          .isZero();
    }
  }

  /** One update on an archived answer would make a permanent link tell something else. */
  @Test
  void neitherChangesNorDeletesWhatIsKept() {
    for (String table : KEPT) {
      String column = column(table);
      for (String statement :
          List.of(
              "update link.%1$s set %2$s = %2$s",
              "insert into link.%1$s select * from link.%1$s on conflict (%2$s) do update set %2$s"
                  + " = excluded.%2$s",
              "delete from link.%1$s",
              "truncate link.%1$s",
              "select from link.%1$s for update")) {
        assertThatThrownBy(() -> LINKS.sql(statement.formatted(table, column)).update())
            .as(statement, table, column)
            .hasStackTraceContaining("permission denied");
      }
    }
  }

  private static String column(String table) {
    return switch (table) {
      case "answer" -> "sha256";
      case "citation" -> "number";
      default -> "id";
    };
  }

  /** Rights that an older server or an operator has granted. */
  @Test
  void losesRightsThatItShouldNotHave() {
    JdbcClient owner = DATABASE.publishing().jdbc();
    owner.sql("grant all on all tables in schema link to stadtstand_link").update();
    role().prepare();
    neitherChangesNorDeletesWhatIsKept();
  }

  /** In the record, a role that takes what callers send must change nothing. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "insert on release | release",
        "update (reason) on release | release",
        "delete on hook.message | hook.message",
        "create on schema link | schema link"
      })
  void rightsToWriteElsewhereStopTheStart(String right, String named) {
    new ExcessRight(DATABASE.publishing().jdbc(), "stadtstand_link", right)
        .stopsTheStart(() -> role().prepare(), "keeps links", named);
  }

  @Test
  void touchesNothingElse() {
    for (String table : List.of("record", "release", "delivery", "flyway_schema_history")) {
      for (String statement : List.of("select from %s", "delete from %s", "truncate %s")) {
        assertThatThrownBy(() -> LINKS.sql(statement.formatted("public." + table)).update())
            .hasStackTraceContaining("permission denied");
      }
    }
    assertThatThrownBy(() -> LINKS.sql("create table link.mine (n int)").update())
        .hasStackTraceContaining("permission denied");
    assertThatThrownBy(() -> LINKS.sql("drop table link.block").update())
        .hasStackTraceContaining("must be owner");
  }

  @Test
  void isHiddenFromWhoReads() {
    for (String table : KEPT) {
      assertThatThrownBy(
              () -> DATABASE.jdbc().sql("select 1 from link." + table).query().listOfRows())
          .hasStackTraceContaining("permission denied");
    }
  }

  @Test
  void preparingItAgainChangesNothing() {
    role().prepare();
    keepsLinks();
  }
}

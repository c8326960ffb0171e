package org.stadtstand.ground.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The role for links touches nothing published, the role for reading touches no link. */
class LinkRoleIT {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final JdbcClient LINKS = DATABASE.links().jdbc();
  private static final List<String> KEPT = List.of("question", "block", "citation");

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void keepsLinks() {
    for (String table : KEPT) {
      assertThat(LINKS.sql("delete from link." + table).update()).isZero();
    }
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
    new LinkRole(DATABASE.publishing().jdbc()).prepare();
    keepsLinks();
  }
}

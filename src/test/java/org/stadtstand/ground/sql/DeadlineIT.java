package org.stadtstand.ground.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.stadtstand.ground.database.TestDatabase;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/** When an answer's time is up, its statements end, in the database too. */
class DeadlineIT {

  private final TestDatabase database = TestDatabase.shared();
  private final Statements statements = new Statements(database.reading());

  @Test
  void aStatementIsCancelledInTheDatabaseWhenTimeIsOver() {
    assertThatThrownBy(
            () ->
                Deadline.during(
                    Deadline.in(Duration.ofMillis(500)),
                    () ->
                        statements.counts(
                            DSL.resultQuery("select 1, 2 from pg_sleep(15) /* too slow */"))))
        .isInstanceOfSatisfying(
            DataAccessException.class,
            e ->
                assertThat(e)
                    .rootCause()
                    .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo("57014")));
    assertThat(
            database
                .publishing()
                .jdbc()
                .sql(
                    "select count(*) from pg_stat_activity where state = 'active' and query like"
                        + " '%pg_sleep%too slow%' and pid <> pg_backend_pid()")
                .query(int.class)
                .single())
        .isZero();
  }

  @Test
  void noStatementIsBegunWhenTimeIsOver() {
    assertThatThrownBy(
            () ->
                Deadline.during(
                    Deadline.in(Duration.ZERO),
                    () -> statements.counts(DSL.resultQuery("select 1, 2"))))
        .isInstanceOfSatisfying(
            ApiError.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.TIMEOUT));
  }

  @Test
  void withoutADeadlineNothingIsLimited() {
    assertThat(statements.counts(DSL.resultQuery("select 1, 2"))).containsEntry(1, 2);
  }
}

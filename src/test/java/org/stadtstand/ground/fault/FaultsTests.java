package org.stadtstand.ground.fault;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.GraphQLError;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;

/** A failure becomes the code that says whose fault it is. */
class FaultsTests {

  @ParameterizedTest
  @CsvSource({
    "57014, TIMEOUT",
    "22021, BAD_ARGUMENT",
    "22008, BAD_ARGUMENT",
    "25006, READ_ONLY",
    "08006, UNAVAILABLE",
    "53300, UNAVAILABLE",
    "57P01, UNAVAILABLE",
    "42P01, INTERNAL"
  })
  void whatTheDatabaseSaysDecidesHoweverItIsWrapped(String state, ErrorCode code) {
    SQLException cause = new SQLException("no", state);
    assertThat(code(new DataAccessException("no", cause))).isEqualTo(code);
    assertThat(code(new CompletionException(new DataAccessException("no", cause)))).isEqualTo(code);
    assertThat(code(new UncategorizedSQLException("read", "select", cause))).isEqualTo(code);
    assertThat(code(new IllegalStateException(cause))).isEqualTo(code);
  }

  @ParameterizedTest
  @EnumSource
  void onlyAMistakeOfOursIsClassifiedAsOne(ErrorCode code) {
    String expected =
        switch (code) {
          case INTERNAL -> "INTERNAL_ERROR";
          case NOT_YET_HERE, OVERLOADED, READ_ONLY, UNAVAILABLE, TIMEOUT -> "UNAVAILABLE";
          default -> "BAD_REQUEST";
        };
    GraphQLError error = Faults.graphQl(new ApiError(code, "What.", "Why."));
    assertThat(error.toSpecification().get("extensions"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("classification", expected);
  }

  @Test
  void aPoolThatHasNoConnectionToGiveIsADatabaseThatIsAway() {
    SQLException none = new SQLTransientConnectionException("timed out after 2000ms");
    assertThat(code(new DataAccessException("no connection", none)))
        .isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(code(new CannotGetJdbcConnectionException("no connection", none)))
        .isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(code(new DataAccessResourceFailureException("no connection")))
        .isEqualTo(ErrorCode.UNAVAILABLE);
  }

  @Test
  void aStatementThatWasCancelledIsATimeoutForLinksToo() {
    SQLException cancelled = new SQLException("no", "57014");
    assertThat(code(new QueryTimeoutException("no", cancelled))).isEqualTo(ErrorCode.TIMEOUT);
  }

  @Test
  void aMistakeOfOursIsNoDatabaseThatIsAway() {
    assertThat(code(new DataAccessException("a row without a key"))).isEqualTo(ErrorCode.INTERNAL);
    assertThat(code(new SQLException("no state", (String) null))).isEqualTo(ErrorCode.INTERNAL);
    assertThat(code(new IllegalStateException("no"))).isEqualTo(ErrorCode.INTERNAL);
  }

  @Test
  void aMistakeOfTheCallerSaysItself() {
    ApiError mistake = new ApiError(ErrorCode.BAD_PAGE, "No.", "Do.");
    assertThat(Faults.of(new CompletionException(mistake), "a test")).isSameAs(mistake);
  }

  @Test
  void everyErrorHasOneShape() {
    GraphQLError error = Faults.graphQl(new ApiError(ErrorCode.BAD_PAGE, "50 % too much.", "Do."));
    assertThat(Faults.written(List.of(error)))
        .containsExactly(
            Map.of(
                "message",
                "50 % too much.",
                "extensions",
                Map.of("code", "BAD_PAGE", "hint", "Do.", "classification", "BAD_REQUEST")));
  }

  private static ErrorCode code(Throwable fault) {
    return Faults.of(fault, "a test").code();
  }
}

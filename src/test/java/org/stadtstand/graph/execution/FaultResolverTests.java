package org.stadtstand.graph.execution;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.GraphQLError;
import graphql.Scalars;
import graphql.execution.ExecutionStepInfo;
import graphql.execution.MergedField;
import graphql.execution.ResultPath;
import graphql.language.Field;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A failure becomes the code that says whose fault it is. */
class FaultResolverTests {

  private static final DataFetchingEnvironment ENVIRONMENT =
      DataFetchingEnvironmentImpl.newDataFetchingEnvironment()
          .mergedField(MergedField.newMergedField(new Field("projects")).build())
          .executionStepInfo(
              ExecutionStepInfo.newExecutionStepInfo()
                  .type(Scalars.GraphQLString)
                  .path(ResultPath.parse("/projects"))
                  .build())
          .build();

  @ParameterizedTest
  @CsvSource({
    "57014, TIMEOUT",
    "22021, BAD_ARGUMENT",
    "22008, BAD_ARGUMENT",
    "08006, UNAVAILABLE",
    "57P01, UNAVAILABLE",
    "42P01, INTERNAL"
  })
  void whatTheDatabaseSaysDecides(String state, String code) {
    SQLException cause = new SQLException("no", state);
    assertThat(code(new DataAccessException("no", cause))).isEqualTo(code);
    assertThat(code(new CompletionException(new DataAccessException("no", cause)))).isEqualTo(code);
  }

  @Test
  void aPoolThatHasNoConnectionToGiveIsADatabaseThatIsAway() {
    SQLException none = new SQLTransientConnectionException("timed out after 2000ms");
    assertThat(code(new DataAccessException("no connection", none))).isEqualTo("UNAVAILABLE");
  }

  @Test
  void aMistakeOfOursIsNoDatabaseThatIsAway() {
    assertThat(code(new DataAccessException("a row without a key"))).isEqualTo("INTERNAL");
    assertThat(code(new IllegalStateException("no"))).isEqualTo("INTERNAL");
  }

  private static Object code(Throwable fault) {
    List<GraphQLError> errors =
        new FaultResolver().resolveException(fault, ENVIRONMENT).blockOptional().orElseThrow();
    Map<String, Object> extensions = errors.getFirst().getExtensions();
    return String.valueOf(extensions.get("code"));
  }
}

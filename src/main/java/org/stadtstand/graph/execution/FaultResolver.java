package org.stadtstand.graph.execution;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import reactor.core.publisher.Mono;

/**
 * Tells the caller's mistakes from our faults: the former are answered with code, sentence and
 * hint, the latter are logged and answered without their cause.
 */
@Component
class FaultResolver implements DataFetcherExceptionResolver {

  private static final Logger log = LoggerFactory.getLogger(FaultResolver.class);
  private static final String CANCELLED = "57014";

  /** A null character in a text; a number or a day beyond all that PostgreSQL can hold. */
  private static final Set<String> UNSTORABLE = Set.of("22021", "22003", "22008");

  private static final ApiError TOO_LATE =
      new ApiError(
          ErrorCode.TIMEOUT,
          "The answer took too long and was given up.",
          "Ask for less: smaller pages, fewer counts.");
  private static final ApiError BEYOND =
      new ApiError(
          ErrorCode.BAD_ARGUMENT,
          "An argument has a value that no record can have.",
          "Texts hold no null character; numbers and days are those of this world.");
  private static final ApiError AWAY =
      new ApiError(
          ErrorCode.UNAVAILABLE,
          "The database cannot be reached at the moment.",
          "Try again in half a minute.");
  private static final ApiError OURS =
      new ApiError(
          ErrorCode.INTERNAL,
          "The server made a mistake; it has been logged.",
          "Try again later, or report it.");

  @Override
  public Mono<List<GraphQLError>> resolveException(
      Throwable exception, DataFetchingEnvironment environment) {
    return Mono.just(List.of(error(unwrapped(exception), environment)));
  }

  private static GraphQLError error(Throwable fault, DataFetchingEnvironment environment) {
    return switch (fault) {
      case ApiError mistake -> error(environment, ErrorType.BAD_REQUEST, mistake);
      case DataAccessException access when CANCELLED.equals(access.sqlState()) ->
          error(environment, ErrorType.INTERNAL_ERROR, TOO_LATE);
      case DataAccessException access when UNSTORABLE.contains(access.sqlState()) ->
          error(environment, ErrorType.BAD_REQUEST, BEYOND);
      case DataAccessException access when unreachable(access) -> {
        log.warn("The database cannot be reached: {}", access.getMessage());
        yield error(environment, ErrorType.INTERNAL_ERROR, AWAY);
      }
      default -> {
        log.error("No answer for {}", environment.getExecutionStepInfo().getPath(), fault);
        yield error(environment, ErrorType.INTERNAL_ERROR, OURS);
      }
    };
  }

  private static GraphQLError error(
      DataFetchingEnvironment environment, ErrorType type, ApiError error) {
    return GraphqlErrorBuilder.newError(environment)
        .errorType(type)
        .message("%s", error.sentence())
        .extensions(error.extensions())
        .build();
  }

  // Class 08 is a lost connection, 57P a server that is stopping; a pool that has none to give has
  // no
  // state, as have mistakes of our own.
  private static boolean unreachable(DataAccessException access) {
    String state = access.sqlState();
    return state.startsWith("08")
        || state.startsWith("57P")
        || access.getCause(SQLTransientConnectionException.class) != null;
  }

  private static Throwable unwrapped(Throwable fault) {
    return fault instanceof CompletionException && fault.getCause() != null
        ? fault.getCause()
        : fault;
  }
}

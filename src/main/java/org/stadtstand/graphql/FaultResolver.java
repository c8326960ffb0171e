package org.stadtstand.graphql;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Component;
import org.stadtstand.error.ApiError;
import org.stadtstand.error.ErrorCode;
import reactor.core.publisher.Mono;

/**
 * Tells the caller's mistakes from our faults: the former are answered with code, sentence and hint,
 * the latter are logged and answered without their cause.
 */
@Component
class FaultResolver implements DataFetcherExceptionResolver {

  private static final Logger log = LoggerFactory.getLogger(FaultResolver.class);
  private static final String CANCELLED = "57014";

  @Override
  public Mono<List<GraphQLError>> resolveException(
      Throwable exception, DataFetchingEnvironment environment) {
    return Mono.just(List.of(error(unwrapped(exception), environment)));
  }

  private static GraphQLError error(Throwable fault, DataFetchingEnvironment environment) {
    GraphqlErrorBuilder<?> error = GraphqlErrorBuilder.newError(environment);
    return switch (fault) {
      case ApiError mistake ->
          error
              .errorType(ErrorType.BAD_REQUEST)
              .message("%s", mistake.sentence())
              .extensions(extensions(mistake.code(), mistake.hint()))
              .build();
      case DataAccessException access when CANCELLED.equals(access.sqlState()) ->
          error
              .errorType(ErrorType.INTERNAL_ERROR)
              .message("The answer took too long and was given up.")
              .extensions(
                  extensions(ErrorCode.TIMEOUT, "Ask for less: smaller pages, fewer counts."))
              .build();
      case DataAccessException access when unreachable(access.sqlState()) -> {
        log.warn("The database cannot be reached: {}", access.getMessage());
        yield error
            .errorType(ErrorType.INTERNAL_ERROR)
            .message("The database cannot be reached at the moment.")
            .extensions(extensions(ErrorCode.UNAVAILABLE, "Try again in half a minute."))
            .build();
      }
      default -> {
        log.error("A field could not be answered: {}", environment.getExecutionStepInfo().getPath(), fault);
        yield error
            .errorType(ErrorType.INTERNAL_ERROR)
            .message("The server made a mistake; it has been logged.")
            .extensions(extensions(ErrorCode.INTERNAL, "Try again later, or report it."))
            .build();
      }
    };
  }

  // Class 08 is a lost connection, 57P a server that is stopping; none is a pool without one.
  private static boolean unreachable(String state) {
    return state.startsWith("08") || state.startsWith("57P") || state.equals("00000");
  }

  private static Map<String, Object> extensions(ErrorCode code, String hint) {
    return Map.of("code", code.name(), "hint", hint);
  }

  private static Throwable unwrapped(Throwable fault) {
    return fault instanceof CompletionException && fault.getCause() != null
        ? fault.getCause()
        : fault;
  }
}

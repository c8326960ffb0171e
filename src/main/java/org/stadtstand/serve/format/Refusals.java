package org.stadtstand.serve.format;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.graphql.execution.ErrorType;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.serve.answer.Answer;

/** What is sent where nothing can be answered: a GraphQL error, with the status of its code. */
public final class Refusals {

  private static final Logger log = LoggerFactory.getLogger(Refusals.class);

  private Refusals() {}

  /** A mistake that was noticed before the engine was asked, or a fault of ours. */
  public static Representation of(RuntimeException fault, Format format) {
    ApiError error = error(fault);
    // What cannot be answered is told as JSON, whatever format was asked for.
    return of(List.of(graphQl(error)), error.code(), JsonFormat.of(format));
  }

  /** The same for who asked for no format. */
  public static Representation of(RuntimeException fault) {
    return of(fault, JsonFormat.PLAIN);
  }

  /** An answer that is not whole, where half of it would be of no use: its errors alone. */
  public static Representation of(Answer answer) {
    List<GraphQLError> errors = answer.result().getErrors();
    return of(errors, answer.codes().getFirst(), JsonFormat.PLAIN);
  }

  private static Representation of(List<GraphQLError> errors, ErrorCode code, JsonFormat json) {
    return new Representation(
        json.status(code),
        json.contentType(),
        headers(code),
        new Representation.Bytes(JsonWriter.write(Map.of("errors", told(errors)))),
        null,
        false);
  }

  /** A mistake in a request that is well formed: in plain JSON, its status is 200. */
  public static Representation ofQuestion(ApiError error, Format format) {
    return format instanceof JsonFormat json ? json.refuse(graphQl(error)) : of(error, format);
  }

  static Map<String, String> headers(ErrorCode code) {
    return code.retryAfter() == 0
        ? Map.of()
        : Map.of("Retry-After", String.valueOf(code.retryAfter()));
  }

  /** Errors as they are written: a place or path that is not known is left out, and not empty. */
  static List<Map<String, Object>> told(List<GraphQLError> errors) {
    List<Map<String, Object>> told = errors.stream().map(GraphQLError::toSpecification).toList();
    told.forEach(error -> error.values().removeIf(List.of()::equals));
    return told;
  }

  /** What the caller is told of a fault; one of ours is logged and told without its cause. */
  public static ApiError error(RuntimeException fault) {
    return switch (fault) {
      case ApiError mistake -> mistake;
      case TransientDataAccessResourceException away -> unavailable(away);
      case NonTransientDataAccessResourceException away -> unavailable(away);
      default -> {
        log.error("A request was not answered", fault);
        yield new ApiError(
            ErrorCode.INTERNAL,
            "The server made a mistake; it has been logged.",
            "Try again later, or report it.");
      }
    };
  }

  private static ApiError unavailable(RuntimeException fault) {
    log.warn("The database cannot be reached: {}", fault.getMessage());
    return new ApiError(
        ErrorCode.UNAVAILABLE,
        "The database cannot be reached at the moment.",
        "Try again in half a minute.");
  }

  private static GraphQLError graphQl(ApiError error) {
    return GraphqlErrorBuilder.newError()
        .errorType(error.code().status() < 500 ? ErrorType.BAD_REQUEST : ErrorType.INTERNAL_ERROR)
        .message("%s", error.sentence())
        .extensions(error.extensions())
        .build();
  }
}

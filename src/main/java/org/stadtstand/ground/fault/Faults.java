package org.stadtstand.ground.fault;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.ResultPath;
import graphql.language.SourceLocation;
import graphql.schema.DataFetchingEnvironment;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.graphql.execution.ErrorType;

/**
 * The only table of faults: what a caller sees for each exception, and the only form of an error. A
 * caller's mistake describes itself; a fault of ours is logged and shown without its cause. {@link
 * ErrorCode} has the status of each.
 */
public final class Faults {

  private static final Logger log = LoggerFactory.getLogger(Faults.class);
  private static final FaultLog OF_OURS = new FaultLog(Duration.ofMinutes(1));
  private static final String CANCELLED = "57014";
  private static final String READ_ONLY = "25006";

  /** A null character in a text; a number or a day beyond PostgreSQL's range. */
  private static final Set<String> UNSTORABLE = Set.of("22021", "22003", "22008");

  private static final ErrorClassification UNAVAILABLE =
      ErrorClassification.errorClassification("UNAVAILABLE");

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
  private static final ApiError NOT_HERE =
      new ApiError(
          ErrorCode.READ_ONLY,
          "This server only reads: it can store nothing.",
          "Ask a server of this installation that also writes; an answer's permanentLink needs no"
              + " storing.");
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

  private Faults() {}

  /**
   * The error shown to the caller, however deeply the fault is wrapped.
   *
   * @param place where it happened, for the log: in our words, never in the caller's
   */
  public static ApiError of(Throwable fault, String place) {
    ApiError mistake = cause(fault, ApiError.class);
    if (mistake != null) {
      return mistake;
    }
    ApiError error = ofDatabase(fault);
    if (error == OURS) {
      OF_OURS.add(place, fault);
    } else if (error == AWAY) {
      log.warn("The database cannot be reached: {}", fault.getMessage());
    }
    return error;
  }

  private static ApiError ofDatabase(Throwable fault) {
    SQLException refusal = cause(fault, SQLException.class);
    String state = refusal == null || refusal.getSQLState() == null ? "" : refusal.getSQLState();
    if (CANCELLED.equals(state)) {
      return TOO_LATE;
    }
    if (READ_ONLY.equals(state)) {
      return NOT_HERE;
    }
    if (UNSTORABLE.contains(state)) {
      return BEYOND;
    }
    return isAway(fault, refusal, state) ? AWAY : OURS;
  }

  // Class 08 is a lost connection, 53 a server out of resources, 57P a server shutting down. An
  // exhausted pool has no state, but neither do bugs of ours.
  private static boolean isAway(Throwable fault, @Nullable SQLException refusal, String state) {
    return state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57P")
        || refusal instanceof SQLTransientConnectionException
        || cause(fault, TransientDataAccessResourceException.class) != null
        || cause(fault, NonTransientDataAccessResourceException.class) != null;
  }

  private static <F extends Throwable> @Nullable F cause(Throwable fault, Class<F> kind) {
    for (Throwable each = fault; each != null; each = each.getCause()) {
      if (kind.isInstance(each)) {
        return kind.cast(each);
      }
    }
    return null;
  }

  /** What the web server or a framework refused with nothing but a status. */
  public static ApiError ofStatus(int status, String sentence, String hint) {
    ErrorCode code =
        switch (status) {
          case 404 -> ErrorCode.NOT_FOUND;
          case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
          case 406 -> ErrorCode.NOT_ACCEPTABLE;
          case 408 -> ErrorCode.REQUEST_TIMEOUT;
          case 413 -> ErrorCode.REQUEST_TOO_LARGE;
          case 414 -> ErrorCode.ADDRESS_TOO_LONG;
          case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
          case 429 -> ErrorCode.TOO_MANY_REQUESTS;
          case 503 -> ErrorCode.UNAVAILABLE;
          default -> status < 500 ? ErrorCode.BAD_REQUEST : ErrorCode.INTERNAL;
        };
    return new ApiError(code, sentence, hint);
  }

  /** As an error of the whole request. */
  public static GraphQLError graphQl(ApiError error) {
    return shaped(GraphqlErrorBuilder.newError(), error);
  }

  /** As an error of the request, caused at a location in its document. */
  public static GraphQLError graphQl(ApiError error, @Nullable SourceLocation place) {
    GraphqlErrorBuilder<?> builder = GraphqlErrorBuilder.newError();
    return shaped(place == null ? builder : builder.location(place), error);
  }

  /** As an error of one value in the answer, which is null instead. */
  public static GraphQLError graphQl(ApiError error, ResultPath path) {
    return shaped(GraphqlErrorBuilder.newError().path(path), error);
  }

  /** As an error of a field. */
  public static GraphQLError graphQl(ApiError error, DataFetchingEnvironment field) {
    return shaped(GraphqlErrorBuilder.newError(field), error);
  }

  /** Errors as sent: an unknown location or path is omitted, not empty. */
  public static List<Map<String, Object>> written(List<GraphQLError> errors) {
    List<Map<String, Object>> written = errors.stream().map(GraphQLError::toSpecification).toList();
    written.forEach(error -> error.values().removeIf(List.of()::equals));
    return written;
  }

  private static GraphQLError shaped(GraphqlErrorBuilder<?> builder, ApiError error) {
    return builder
        .errorType(classification(error.code()))
        .message("%s", error.sentence())
        .extensions(error.extensions())
        .build();
  }

  /** Whose turn it is: the caller's to ask otherwise, or later, or ours to mend something. */
  private static ErrorClassification classification(ErrorCode code) {
    return switch (code.status()) {
      case 500 -> ErrorType.INTERNAL_ERROR;
      case 503 -> UNAVAILABLE;
      default -> ErrorType.BAD_REQUEST;
    };
  }
}

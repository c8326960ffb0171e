package org.stadtstand.serve.format;

import graphql.GraphQLError;
import java.util.List;
import java.util.Map;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.fault.Faults;
import org.stadtstand.serve.answer.Answer;

/** Responses for questions that cannot be answered: a GraphQL error with the status of its code. */
public final class Refusals {

  private Refusals() {}

  /** A mistake noticed before the engine was asked, or a fault of ours. */
  public static Representation of(RuntimeException fault, Format format) {
    ApiError error = Faults.of(fault, "a request");
    // Refusals are JSON, whatever format was requested.
    return of(List.of(Faults.graphQl(error)), error.code(), JsonFormat.of(format));
  }

  /** The same if no format was requested. */
  public static Representation of(RuntimeException fault) {
    return of(fault, JsonFormat.PLAIN);
  }

  /** An answer that is not whole where half of it would be useless: its errors alone. */
  public static Representation of(Answer answer) {
    List<GraphQLError> errors = answer.result().getErrors();
    return of(errors, answer.codes().getFirst(), JsonFormat.PLAIN);
  }

  private static Representation of(List<GraphQLError> errors, ErrorCode code, JsonFormat json) {
    return new Representation(
        json.status(code),
        json.contentType(),
        headers(code),
        new Representation.Bytes(JsonWriter.write(Map.of("errors", Faults.written(errors)))),
        null,
        Representation.Keeping.NOBODY);
  }

  /** A mistake in a well-formed request; in plain JSON its status is 200. */
  public static Representation ofQuestion(ApiError error, Format format) {
    return format instanceof JsonFormat json
        ? json.refuse(Faults.graphQl(error))
        : of(error, format);
  }

  /** Header fields that say when to ask again, or how to ask correctly. */
  static Map<String, String> headers(ErrorCode code) {
    if (code == ErrorCode.UNSUPPORTED_MEDIA_TYPE) {
      // The message says which of the two was wrong; these fields say what is right.
      return Map.of(
          "Accept-Encoding", "identity",
          "Accept-Post", "application/json",
          "Accept-Query", "application/json");
    }
    return code.retryAfter() == 0
        ? Map.of()
        : Map.of("Retry-After", String.valueOf(code.retryAfter()));
  }
}

package org.stadtstand.graph.execution;

import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.introspection.GoodFaithIntrospection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stadtstand.ground.fault.ErrorCode;

/** Gives the errors of the engine itself, which has none, a code and a hint. */
final class EngineErrors {

  private EngineErrors() {}

  static GraphQLError coded(GraphQLError error) {
    Map<String, Object> given = error.getExtensions();
    if (given != null && given.containsKey("code")) {
      return error;
    }
    ErrorCode code =
        error instanceof GoodFaithIntrospection.BadFaithIntrospectionError
            ? ErrorCode.TOO_EXPENSIVE
            : code(error);
    Map<String, Object> extensions = new HashMap<>(given == null ? Map.of() : given);
    extensions.put("code", code.name());
    extensions.put("hint", "The schema is at /schema.graphqls; /graphiql completes and checks.");
    return GraphqlErrorBuilder.newError()
        .message("%s", error.getMessage())
        .locations(error.getLocations())
        .path(error.getPath() == null ? List.of() : error.getPath())
        .errorType(error.getErrorType())
        .extensions(extensions)
        .build();
  }

  private static ErrorCode code(GraphQLError error) {
    return switch (error.getErrorType()) {
      case ErrorType.InvalidSyntax -> ErrorCode.SYNTAX;
      case ErrorType.ValidationError, ErrorType.OperationNotSupported -> ErrorCode.VALIDATION;
      case ErrorType.ExecutionAborted -> ErrorCode.TIMEOUT;
      default -> ErrorCode.INTERNAL;
    };
  }
}

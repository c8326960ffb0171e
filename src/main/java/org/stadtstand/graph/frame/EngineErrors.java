package org.stadtstand.graph.frame;

import static graphql.validation.ValidationErrorType.NullValueForNonNullArgument;
import static graphql.validation.ValidationErrorType.WrongType;

import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.introspection.GoodFaithIntrospection;
import graphql.language.SourceLocation;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/** Gives errors of the engine itself, which have none, a code and a hint. */
final class EngineErrors {

  private static final String PARSER = "Invalid syntax with ANTLR error '";

  private EngineErrors() {}

  /** Two rules of the engine find a null that must not be; the one that names its place tells. */
  static List<GraphQLError> coded(List<GraphQLError> errors, GraphQLSchema schema) {
    boolean toldByValue = errors.stream().anyMatch(error -> isOf(WrongType, error));
    return errors.stream()
        .filter(error -> !(toldByValue && isOf(NullValueForNonNullArgument, error)))
        .map(error -> coded(error, schema))
        .toList();
  }

  private static boolean isOf(ValidationErrorType rule, GraphQLError error) {
    return error instanceof ValidationError invalid && invalid.getValidationErrorType() == rule;
  }

  private static GraphQLError coded(GraphQLError error, GraphQLSchema schema) {
    Map<String, Object> given = error.getExtensions();
    if (given != null && given.containsKey("code")) {
      return error;
    }
    ApiError shown = shown(error, schema);
    Map<String, Object> extensions = new HashMap<>(given == null ? Map.of() : given);
    extensions.putAll(shown.extensions());
    return GraphqlErrorBuilder.newError()
        .message("%s", shown.sentence())
        .locations(error.getLocations())
        .path(error.getPath() == null ? List.of() : error.getPath())
        .errorType(error.getErrorType())
        .extensions(extensions)
        .build();
  }

  private static ApiError shown(GraphQLError error, GraphQLSchema schema) {
    String message =
        error.getErrorType() == ErrorType.InvalidSyntax
            ? syntax(error.getMessage(), error.getLocations())
            : error.getMessage();
    if (error.getErrorType() == ErrorType.ValidationError
        || error.getErrorType() == ErrorType.OperationNotSupported) {
      ApiError mistake = InputMistakes.of(message, schema);
      return mistake == null ? DocumentMistakes.of(error, message, schema) : mistake;
    }
    return new ApiError(code(error), message, Choice.SCHEMA);
  }

  /** Where the parser stopped is helpful; its internals are not, nor commas in its numbers. */
  private static String syntax(String message, List<SourceLocation> places) {
    int end = message.lastIndexOf(" at line ");
    if (end < 0 || places.isEmpty()) {
      return message;
    }
    SourceLocation at = places.getFirst();
    return "%s at line %d column %d"
        .formatted(
            message.startsWith(PARSER) ? "Invalid syntax" : message.substring(0, end),
            at.getLine(),
            at.getColumn());
  }

  private static ErrorCode code(GraphQLError error) {
    if (error instanceof GoodFaithIntrospection.BadFaithIntrospectionError) {
      return ErrorCode.TOO_EXPENSIVE;
    }
    return switch (error.getErrorType()) {
      case ErrorType.InvalidSyntax -> ErrorCode.SYNTAX;
      case ErrorType.ExecutionAborted -> ErrorCode.TIMEOUT;
      default -> ErrorCode.INTERNAL;
    };
  }
}

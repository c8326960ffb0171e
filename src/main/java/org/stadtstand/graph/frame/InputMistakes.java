package org.stadtstand.graph.frame;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/**
 * Explains to callers what is wrong with a value. The engine prints the value's syntax tree and
 * names Java classes, and words the same mistake differently for documents and variables. The text
 * quoted in a message can be as long as a document, so every pattern must run in linear time.
 */
final class InputMistakes {

  private static final Pattern IN_DOCUMENT =
      Pattern.compile(
          "Validation error \\(WrongType(?:@.*?)?\\) : argument '(.*?)' with value '.*");
  private static final Pattern IN_VARIABLE =
      Pattern.compile("Variable '(\\w+)' has an invalid value: .*");
  private static final Pattern DEFAULT =
      Pattern.compile("Validation error \\(.*?\\) : Bad default value '.*' for type '(.*)'");
  private static final Pattern UNKNOWN =
      Pattern.compile(
          ".* contains a field (?:not in '(\\w+)': '(\\w+)'"
              + "|name '([^']*)' that is not defined for input object type '(\\w+)' *)");
  private static final Pattern MISSING =
      Pattern.compile(".* is missing required fields '\\[?([^'\\]]*)\\]?'|.* must not be null");
  private static final Pattern WRONG =
      Pattern.compile(
          ".*(?:is not a valid|type|enum) '(?:\\[)*(\\w+).*"
              + "|.*Expected a (String|Boolean) input, but it was .*");
  private static final Pattern RANGE =
      Pattern.compile(".*Expected value to be in the integer range.*");
  private static final Pattern OBJECT =
      Pattern.compile(".*must be an object type|.*must be an instance of type 'Map'.*");
  private static final Pattern NAME =
      Pattern.compile(".*(?:EnumValue\\{name=|No value found for name )'(\\w+)'.*");

  /** What must never be shown, in any sentence. */
  private static final Pattern INTERNAL =
      Pattern.compile(
          "(Value|Field|Name)\\{|\\b(java|graphql|org|tools)\\.\\w+\\.|Exception\\b"
              + "|\\b(Linked)?HashMap\\b|\\bArrayList\\b|\\bBig(Decimal|Integer)\\b|\\bANTLR\\b"
              + "|\\bAST\\b");

  /** The engine's own descriptions of these are no help. */
  private static final Map<String, String> SCALARS =
      Map.of(
          "Int", "A whole number of 32 bits.",
          "Float", "A number.",
          "String", "A text, in quotation marks.",
          "ID", "An id, as this server gave it.",
          "Boolean", "true or false.");

  private final GraphQLSchema schema;
  private final String message;

  private InputMistakes(GraphQLSchema schema, String message) {
    this.schema = schema;
    // A text in a message may span several lines, but a pattern's dot matches only one.
    this.message = message.replaceAll("\\R", " ");
  }

  /** Null if no value is wrong. */
  static @Nullable ApiError of(String message, GraphQLSchema schema) {
    InputMistakes mistake = new InputMistakes(schema, message);
    ApiError error = mistake.error();
    boolean leaks = INTERNAL.matcher(mistake.message).find();
    return error == null && leaks
        ? new ApiError(
            ErrorCode.VALIDATION, "The document or a variable does not fit.", Choice.SCHEMA)
        : error;
  }

  private @Nullable ApiError error() {
    Matcher unknown = UNKNOWN.matcher(message);
    if (unknown.matches()) {
      return unknown.group(1) == null
          ? unknown(unknown.group(4), unknown.group(3))
          : unknown(unknown.group(1), unknown.group(2));
    }
    Matcher inDocument = IN_DOCUMENT.matcher(message);
    if (inDocument.matches()) {
      return wrong("The argument \"" + inDocument.group(1) + "\"");
    }
    Matcher inVariable = IN_VARIABLE.matcher(message);
    if (inVariable.matches() && !message.contains("coerced Null value")) {
      return wrong("The variable \"" + inVariable.group(1) + "\"");
    }
    Matcher inDefault = DEFAULT.matcher(message);
    return inDefault.matches() ? wrongDefault(inDefault.group(1)) : null;
  }

  /** Of a default that has parts the engine does not say which of them is wrong. */
  private ApiError wrongDefault(String type) {
    return schema.getType(type.replaceAll("[\\[\\]!]", "")) instanceof GraphQLInputObjectType
        ? refused(
            "The default of a variable",
            type,
            "Sent in \"variables\", it is told what of it is wrong.")
        : wrong("A variable of type " + type);
  }

  private ApiError unknown(String type, String name) {
    List<String> names =
        schema.getType(type) instanceof GraphQLInputObjectType input
            ? input.getFields().stream().map(GraphQLInputObjectField::getName).toList()
            : List.of();
    boolean filter = type.endsWith("Filter") || type.endsWith("Where");
    return new ApiError(
        filter ? ErrorCode.BAD_FILTER : ErrorCode.VALIDATION,
        "%s has no \"%s\".".formatted(type, name),
        Choice.of(type, name, names));
  }

  private ApiError wrong(String subject) {
    Matcher missing = MISSING.matcher(message);
    if (missing.matches()) {
      String what =
          missing.group(1) == null
              ? "must not be null"
              : "lacks \"%s\"".formatted(missing.group(1).replace(", ", "\", \""));
      return new ApiError(ErrorCode.VALIDATION, subject + " " + what + ".", Choice.SCHEMA);
    }
    return OBJECT.matcher(message).matches()
        ? refused(subject, "object", "Write it in braces: {…}. " + Choice.SCHEMA)
        : ofAnotherKind(subject);
  }

  private ApiError ofAnotherKind(String subject) {
    String type = type();
    return switch (schema.getType(type)) {
      case GraphQLEnumType choices -> {
        Matcher name = NAME.matcher(message);
        yield refused(
            subject,
            type,
            Choice.of(
                type,
                name.matches() ? name.group(1) : "",
                choices.getValues().stream().map(GraphQLEnumValueDefinition::getName).toList()));
      }
      case GraphQLScalarType scalar -> refused(subject, type, description(scalar));
      case null, default ->
          new ApiError(
              ErrorCode.VALIDATION,
              subject + " has a value of another kind than it takes.",
              Choice.SCHEMA);
    };
  }

  private String type() {
    Matcher wrong = WRONG.matcher(message);
    if (wrong.matches()) {
      return wrong.group(1) == null ? wrong.group(2) : wrong.group(1);
    }
    return RANGE.matcher(message).matches() ? "Int" : "";
  }

  private static ApiError refused(String subject, String type, String hint) {
    return new ApiError(
        ErrorCode.VALIDATION, "%s has a value that is no %s.".formatted(subject, type), hint);
  }

  private static String description(GraphQLScalarType type) {
    String known = SCALARS.get(type.getName());
    if (known == null && type.getDescription() != null) {
      known = type.getDescription().replaceAll("\\s+", " ").strip();
    }
    return known == null ? Choice.SCHEMA : type.getName() + ": " + known;
  }
}

package org.stadtstand.graph.frame;

import graphql.GraphQLError;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import graphql.validation.ValidationError;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/**
 * Explains to callers which name of a document is wrong and which there are. The engine names its
 * rule instead, and never what would have been right.
 */
final class DocumentMistakes {

  private static final Pattern RULE = Pattern.compile("Validation [Ee]rror \\([^)]*\\) ?: ");
  private static final String DECLARE =
      "Declare it where the operation begins: query ($%s: …) { … }.";
  private static final String BRACES = "Write the fields wanted in braces behind it. %s";

  private final GraphQLSchema schema;
  private final List<Object> path;

  /** What follows the name of the rule. */
  private final Map<Pattern, Function<Matcher, ApiError>> kinds =
      Map.ofEntries(
          kind("Field '(\\w+)' in type '(\\w+)' is undefined", this::field),
          kind("Unknown field argument '(\\w+)'", this::argument),
          kind("Missing field argument '(\\w+)'", this::missing),
          kind("Unknown type '(\\w+)'", this::type),
          kind("Unknown directive '(\\w+)'", this::directive),
          kind("Exactly one key must be specified for OneOf type '(\\w+)'\\.", this::oneOf),
          kind("Subselection required for type '(.*)' of field '(\\w+)'", this::braces),
          kind("Subselection not allowed on leaf type '(.*)' of field '(\\w+)'", this::leaf),
          kind("Undefined fragment '(\\w+)'", this::fragment),
          kind("Undefined variable '(\\w+)'", this::variable),
          kind("Variable '(\\w+)' has an invalid value: .*coerced Null.*'(.*)'", this::absent),
          kind("'(\\w+)' : '(\\w+)' and '(\\w+)' are different fields", this::conflict),
          kind("'(\\w+)' : fields have different arguments", this::conflict),
          kind("The '(\\w+)' operation is not supported by the schema", this::operation));

  private DocumentMistakes(GraphQLError error, GraphQLSchema schema) {
    this.schema = schema;
    List<?> names = error instanceof ValidationError invalid ? invalid.getQueryPath() : null;
    this.path = names == null ? List.of() : List.copyOf(names);
  }

  /** The engine's words without the name of its rule, if they will do. */
  static ApiError of(GraphQLError error, String message, GraphQLSchema schema) {
    String words = RULE.matcher(message).replaceFirst("");
    DocumentMistakes mistakes = new DocumentMistakes(error, schema);
    return mistakes.kinds.entrySet().stream()
        .map(kind -> mistakes.explained(kind.getKey().matcher(words), kind.getValue()))
        .flatMap(Stream::ofNullable)
        .findFirst()
        .orElseGet(() -> refused(words.endsWith(".") ? words : words + ".", Choice.SCHEMA));
  }

  private @Nullable ApiError explained(Matcher words, Function<Matcher, ApiError> explanation) {
    return words.matches() ? explanation.apply(words) : null;
  }

  private static Map.Entry<Pattern, Function<Matcher, ApiError>> kind(
      String words, Function<Matcher, ApiError> explanation) {
    return Map.entry(Pattern.compile(words), explanation);
  }

  private static ApiError refused(String sentence, String hint) {
    return new ApiError(ErrorCode.VALIDATION, sentence, hint);
  }

  private ApiError field(Matcher words) {
    String type = words.group(2);
    return refused(
        "%s has no field \"%s\".".formatted(type, words.group(1)),
        Choice.of(type, words.group(1), fields(type)));
  }

  private List<String> fields(String type) {
    return switch (schema.getType(type)) {
      case GraphQLFieldsContainer container -> names(container.getFieldDefinitions());
      case GraphQLUnionType union -> List.of("__typename");
      case null, default -> List.of();
    };
  }

  private static List<String> names(List<? extends GraphQLNamedSchemaElement> elements) {
    return elements.stream().map(GraphQLNamedSchemaElement::getName).toList();
  }

  private ApiError argument(Matcher words) {
    GraphQLFieldDefinition asked = asked();
    List<String> known =
        asked == null
            ? List.of()
            : asked.getArguments().stream().map(GraphQLArgument::getName).toList();
    String named = path.isEmpty() ? "The field" : "The field \"" + path.getLast() + "\"";
    return refused(
        "%s has no argument \"%s\".".formatted(named, words.group(1)),
        asked != null && known.isEmpty()
            ? "It has no arguments at all."
            : Choice.of("It", words.group(1), known));
  }

  /** The field at which the mistake was found; null inside fragments, whose place is not told. */
  private @Nullable GraphQLFieldDefinition asked() {
    GraphQLFieldDefinition found = null;
    Object type = schema.getQueryType();
    for (Object name : path) {
      found =
          type instanceof GraphQLFieldsContainer container
              ? container.getFieldDefinition(String.valueOf(name))
              : null;
      type = found == null ? null : GraphQLTypeUtil.unwrapAll(found.getType());
    }
    return found;
  }

  private ApiError missing(Matcher words) {
    String named = path.isEmpty() ? "A field" : "The field \"" + path.getLast() + "\"";
    return refused("%s lacks its argument \"%s\".".formatted(named, words.group(1)), Choice.SCHEMA);
  }

  private ApiError type(Matcher words) {
    return refused(
        "There is no type \"%s\".".formatted(words.group(1)),
        Choice.near(words.group(1), names(schema.getAllTypesAsList())) + Choice.SCHEMA);
  }

  private ApiError directive(Matcher words) {
    return refused(
        "There is no directive \"@%s\".".formatted(words.group(1)),
        Choice.of("The schema", words.group(1), names(schema.getDirectives())));
  }

  private ApiError oneOf(Matcher words) {
    String type = words.group(1);
    List<String> known =
        schema.getType(type) instanceof GraphQLInputObjectType input
            ? input.getFields().stream().map(GraphQLInputObjectField::getName).toList()
            : List.of();
    return refused(
        "A value of %s names exactly one of its fields.".formatted(type),
        Choice.of(type, "", known));
  }

  private ApiError braces(Matcher words) {
    String type = words.group(1).replaceAll("\\W", "");
    return refused(
        "The field \"%s\" has fields of its own, and none is asked for.".formatted(words.group(2)),
        BRACES.formatted(Choice.of(type, "", fields(type))));
  }

  private ApiError leaf(Matcher words) {
    return refused(
        "The field \"%s\" is of type %s and has no fields."
            .formatted(words.group(2), words.group(1)),
        "Leave out the braces behind it.");
  }

  private ApiError fragment(Matcher words) {
    return refused(
        "No fragment of the document is called \"%s\".".formatted(words.group(1)),
        "Send it with the document: fragment %s on … { … }.".formatted(words.group(1)));
  }

  private ApiError variable(Matcher words) {
    return refused(
        "The variable \"$%s\" is used and not declared.".formatted(words.group(1)),
        DECLARE.formatted(words.group(1)));
  }

  private ApiError absent(Matcher words) {
    return refused(
        "The variable \"$%s\" is of type %s and has no value."
            .formatted(words.group(1), words.group(2)),
        "Send it in \"variables\", or declare a default.");
  }

  private ApiError conflict(Matcher words) {
    return refused(
        "The name \"%s\" would stand for two different values.".formatted(words.group(1)),
        "Give one of them another name: other: %s.".formatted(words.group(1)));
  }

  private ApiError operation(Matcher words) {
    return refused(
        "There is no %s here.".formatted(words.group(1).toLowerCase(Locale.ROOT)),
        "This interface only reads. " + Choice.SCHEMA);
  }
}

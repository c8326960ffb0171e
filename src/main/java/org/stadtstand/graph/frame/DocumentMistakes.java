package org.stadtstand.graph.frame;

import graphql.GraphQLError;
import graphql.introspection.Introspection;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirective;
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
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
  private static final String BRACES = "Write the fields wanted in braces behind it. %s";

  /** The engine's words behind the name of its rule, and who explains them. */
  private static final List<Kind> KINDS =
      List.of(
          new Kind("Field '(\\w+)' in type '(\\w+)' is undefined", DocumentMistakes::field),
          new Kind("Unknown field argument '(\\w+)'", DocumentMistakes::argument),
          new Kind("Missing field argument '(\\w+)'", DocumentMistakes::missing),
          new Kind("Unknown type '(\\w+)'", DocumentMistakes::type),
          new Kind("Unknown directive '(\\w+)'", DocumentMistakes::directive),
          new Kind("Directive '(\\w+)' not allowed here", DocumentMistakes::misplaced),
          new Kind(
              "OneOf type field '(\\w+)\\.(\\w+)' must be non-null\\.",
              DocumentMistakes::oneOfNull),
          new Kind(
              "Exactly one key must be specified for OneOf type '(\\w+)'\\.",
              DocumentMistakes::oneOf),
          new Kind(
              "Subselection required for type '(.*)' of field '(\\w+)'", DocumentMistakes::braces),
          new Kind(
              "The '(\\w+)' operation is not supported by the schema",
              DocumentMistakes::operation));

  private final GraphQLSchema schema;
  private final List<Object> path;

  private DocumentMistakes(GraphQLError error, GraphQLSchema schema) {
    this.schema = schema;
    List<?> names = error instanceof ValidationError invalid ? invalid.getQueryPath() : null;
    this.path = names == null ? List.of() : List.copyOf(names);
  }

  /** The engine's words without the name of its rule, if they will do. */
  static ApiError of(GraphQLError error, String message, GraphQLSchema schema) {
    String words = RULE.matcher(message).replaceFirst("");
    DocumentMistakes mistakes = new DocumentMistakes(error, schema);
    return KINDS.stream()
        .map(kind -> kind.explained(mistakes, words))
        .flatMap(Stream::ofNullable)
        .findFirst()
        .or(() -> PlainMistakes.told(words))
        .orElseGet(() -> refused(words.endsWith(".") ? words : words + ".", Choice.SCHEMA));
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

  private ApiError misplaced(Matcher words) {
    GraphQLDirective directive = schema.getDirective(words.group(1));
    return refused(
        "The directive \"@%s\" cannot stand here.".formatted(words.group(1)),
        "It can stand at %s."
            .formatted(
                directive.validLocations().stream()
                    .map(Introspection.DirectiveLocation::name)
                    .collect(Collectors.joining(", "))));
  }

  private ApiError oneOfNull(Matcher words) {
    return refused(
        "The field \"%s\" of %s must not be null.".formatted(words.group(2), words.group(1)),
        oneOf(words).sentence());
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

  private ApiError operation(Matcher words) {
    return refused(
        "There is no %s here.".formatted(words.group(1).toLowerCase(Locale.ROOT)),
        "This interface only reads. " + Choice.SCHEMA);
  }

  private record Kind(Pattern words, BiFunction<DocumentMistakes, Matcher, ApiError> explanation) {

    Kind(String words, BiFunction<DocumentMistakes, Matcher, ApiError> explanation) {
      this(Pattern.compile(words), explanation);
    }

    @Nullable ApiError explained(DocumentMistakes mistakes, String message) {
      Matcher found = words.matcher(message);
      return found.matches() ? explanation.apply(mistakes, found) : null;
    }
  }
}

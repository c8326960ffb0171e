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
import java.util.stream.IntStream;
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

  /** The engine's words behind the name of its rule, and ours. The first that match are taken. */
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
              "The '(\\w+)' operation is not supported by the schema", DocumentMistakes::operation),
          told(
              "Subselection not allowed on leaf type '(.*)' of field '(\\w+)'",
              "The field \"%2$s\" is of type %1$s and has no fields.",
              "Leave out the braces behind it."),
          told(
              "Undefined fragment '(\\w+)'",
              "No fragment of the document is called \"%s\".",
              "Send it with the document: fragment %s on … { … }."),
          told(
              "Unused fragment '(\\w+)'",
              "The fragment \"%s\" is used nowhere.",
              "Spread it where its fields are wanted (...%s), or leave it out."),
          told(
              "Fragment (?:'\\w+' )?cannot be spread here as objects of type '(\\w+)' .* '(\\w+)'",
              "Nothing of type %s is ever of type %s.",
              "Name a type behind \"on\" that can stand in this place."),
          told(
              "Undefined variable '(\\w+)'",
              "The variable \"$%s\" is used and not declared.",
              "Declare it where the operation begins: query ($%s: …) { … }."),
          told(
              "Unused variable '(\\w+)'",
              "The variable \"$%s\" is used nowhere.",
              "Give it to an argument, or do not declare it."),
          told(
              "Variable '(\\w+)' of type '(.*)' used in position expecting type '(.*)'",
              "The variable \"$%s\" is of type %s and stands where %s is taken.",
              "Declare it where the operation begins: query ($%1$s: %3$s) { … }."),
          told(
              "Variable '(\\w+)' has an invalid value: Field '(.*)' has coerced Null.*",
              "A value in the variable \"$%s\" lacks \"%s\".",
              Choice.SCHEMA),
          told(
              "Variable '(\\w+)' has an invalid value: .*coerced Null.*'(.*)'",
              "The variable \"$%s\" is of type %s and has no value.",
              "Send it in \"variables\", or declare a default."),
          told(
              "Null value for non-null field argument '(\\w+)'",
              "The argument \"%s\" must not be null.",
              Choice.SCHEMA),
          told(
              "'(?:\\w+/)*(\\w+)' : .*different.*",
              "The name \"%s\" would stand for two different values.",
              "Give one of them another name: other: %s."),
          told(
              "There can be only one (\\w+) named '(\\w+)'",
              "Two %ss are named \"%s\".",
              "Leave one of them out, or give it another name."),
          told(
              "Anonymous operation with other .*|Operation '\\w+' is following anonymous operation",
              "An operation without a name must be the only one.",
              "Name all of them, and say in \"operationName\" which to answer."),
          told(
              "Must provide operation name if query contains multiple operations\\.",
              "The document has several operations.",
              "Say in \"operationName\" which to answer."),
          told(
              "Unknown operation named '(.*)'\\.",
              "No operation of the document is called \"%s\".",
              "Give \"operationName\" one of their names, or leave it out if there is only one."),
          told(
              "Missing directive argument '(\\w+)'",
              "A directive lacks its argument \"%s\".",
              "Write it in brackets behind the directive's name: (%s: …)."),
          told(
              "Non repeatable directives .* directive '(\\w+)' used on a '\\w+' is not unique",
              "The directive \"@%s\" stands twice in one place.",
              "Leave one of them out."),
          told(
              "Input variable '(\\w+)' type '(.*)' is not an input type",
              "No variable can be of type %2$s, as \"$%1$s\" is.",
              "Declare it with the type of the argument that it is given to."),
          told(
              "(?:\\w+ '.*'|Schema|Provided|Directive '.*') definition is not executable",
              "The document defines something, and only questions are answered.",
              "Leave out all but operations and fragments."),
          told(
              "Subscription operation .* must have exactly one root field.*",
              "A subscription asks for one field.",
              "Subscribe to each field by itself."));

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
        .orElseGet(() -> refused(words.endsWith(".") ? words : words + ".", Choice.SCHEMA));
  }

  /** A mistake of which the engine's words say all that there is to say. */
  private static Kind told(String words, String sentence, String hint) {
    return new Kind(
        words,
        (mistakes, found) -> {
          Object[] names =
              IntStream.rangeClosed(1, found.groupCount()).mapToObj(found::group).toArray();
          return refused(sentence.formatted(names), hint.formatted(names));
        });
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

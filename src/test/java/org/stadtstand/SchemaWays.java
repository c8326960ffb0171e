package org.stadtstand;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Ways from the root of the schema to each of its object types, the shortest first. */
final class SchemaWays {

  /** Values for the arguments that cannot be left out; no list here is of an earlier day. */
  private static final Map<String, String> REQUIRED =
      Map.of(
          "Moment!", "\"2025-07-31\"",
          "StateInput!", "{release: 1}",
          "Date!", "\"1999-01-01\"");

  private static final int ROWS = 3;

  private final GraphQLSchema schema;
  private final Map<String, List<Way>> ways = new HashMap<>();

  SchemaWays(GraphQLSchema schema) {
    this.schema = schema;
    Deque<Way> open = new ArrayDeque<>(List.of(new Way(List.of())));
    Set<String> entered = new HashSet<>();
    while (!open.isEmpty()) {
      Way way = open.removeFirst();
      for (GraphQLObjectType type : types(way.end(schema))) {
        ways.computeIfAbsent(type.getName(), name -> new ArrayList<>()).add(way);
        if (entered.add(type.getName())) {
          type.getFieldDefinitions().stream()
              .filter(field -> !isLeaf(field) && isFree(type, field))
              .forEach(field -> open.add(way.and(type, field)));
        }
      }
    }
  }

  List<Way> to(GraphQLObjectType type) {
    return ways.getOrDefault(type.getName(), List.of());
  }

  /** The object types of the schema, the root of questions included. */
  List<GraphQLObjectType> types() {
    return schema.getAllTypesAsList().stream()
        .filter(GraphQLObjectType.class::isInstance)
        .map(GraphQLObjectType.class::cast)
        .filter(type -> type != schema.getSubscriptionType())
        .filter(type -> !type.getName().startsWith("__"))
        .toList();
  }

  private List<GraphQLObjectType> types(GraphQLNamedOutputType type) {
    return switch (type) {
      case GraphQLInterfaceType any -> schema.getImplementations(any);
      case GraphQLObjectType object -> List.of(object);
      default -> List.of();
    };
  }

  static boolean isLeaf(GraphQLFieldDefinition field) {
    return GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(field.getType()));
  }

  /** Whether the field can be asked for without knowing a key or an id. */
  static boolean isFree(GraphQLFieldDefinition field) {
    return field.getArgument("key") == null
        && field.getArguments().stream()
            .filter(SchemaWays::isRequired)
            .allMatch(argument -> required(argument) != null);
  }

  /**
   * Whether the field can be asked for here: groups are made by municipality, and have no other
   * key.
   */
  static boolean isFree(GraphQLObjectType type, GraphQLFieldDefinition field) {
    return isFree(field)
        && (!type.getName().endsWith("Keys") || field.getName().startsWith("municipality"));
  }

  /** All columns by which groups are made have this one. */
  private static @Nullable String required(GraphQLArgument argument) {
    if (argument.getName().equals("text")) {
      return "\"digital\"";
    }
    String type = print(argument);
    if (type.endsWith("GroupBy!]!")) {
      return "[{field: MUNICIPALITY}]";
    }
    return type.endsWith("GroupField!]!") ? "[MUNICIPALITY]" : REQUIRED.get(type);
  }

  private static boolean isRequired(GraphQLArgument argument) {
    return GraphQLTypeUtil.isNonNull(argument.getType()) && !argument.hasSetDefaultValue();
  }

  static String print(GraphQLArgument argument) {
    return GraphQLTypeUtil.simplePrint(argument.getType());
  }

  /** The smallest selection of the field's type. */
  static String least(GraphQLFieldDefinition field) {
    return isLeaf(field) ? "" : " { __typename }";
  }

  /**
   * The arguments that the field needs, and those given that it takes.
   *
   * @param given values by the names of arguments
   */
  static String arguments(GraphQLFieldDefinition field, Map<String, String> given) {
    List<String> written = new ArrayList<>();
    Map<String, String> values = new HashMap<>();
    for (GraphQLArgument argument : field.getArguments()) {
      if (isRequired(argument) && required(argument) instanceof String value) {
        values.put(argument.getName(), value);
      }
    }
    if (!given.containsKey("last")) {
      values.put("first", String.valueOf(ROWS));
    }
    values.putAll(given);
    field.getArguments().stream()
        .map(GraphQLArgument::getName)
        .filter(values::containsKey)
        .forEach(name -> written.add(name + ": " + values.get(name)));
    return written.isEmpty() ? "" : "(" + String.join(", ", written) + ")";
  }

  /** The fields by which a type is reached; the root is reached by none. */
  record Way(List<Step> steps) {

    record Step(GraphQLObjectType type, GraphQLFieldDefinition field) {}

    private Way and(GraphQLObjectType type, GraphQLFieldDefinition field) {
      return new Way(Stream.concat(steps.stream(), Stream.of(new Step(type, field))).toList());
    }

    private GraphQLNamedOutputType end(GraphQLSchema schema) {
      return steps.isEmpty()
          ? schema.getQueryType()
          : (GraphQLNamedOutputType) GraphQLTypeUtil.unwrapAll(steps.getLast().field().getType());
    }

    /** A document that selects this of the type at the end of the way. */
    String document(GraphQLObjectType type, String selection, Map<String, String> state) {
      String document = narrowed(steps.size(), type, "{ " + selection + " }");
      for (int i = steps.size() - 1; i >= 0; i--) {
        Step step = steps.get(i);
        String arguments = arguments(step.field(), i == 0 ? state : Map.of());
        document =
            narrowed(
                i, step.type(), "{ " + step.field().getName() + arguments + " " + document + " }");
      }
      return document;
    }

    private String narrowed(int i, GraphQLObjectType type, String selection) {
      boolean any =
          i > 0
              && !(GraphQLTypeUtil.unwrapAll(steps.get(i - 1).field().getType())
                  instanceof GraphQLObjectType);
      return any ? "{ ... on " + type.getName() + " " + selection + " }" : selection;
    }

    /** The values of a field at the end of the way, in the order of the answer. */
    List<JsonNode> values(JsonNode data, String field) {
      List<JsonNode> found = List.of(data);
      for (Step step : steps) {
        found = found.stream().flatMap(one -> parts(one.path(step.field().getName()))).toList();
      }
      return found.stream().filter(one -> one.has(field)).map(one -> one.get(field)).toList();
    }

    private static Stream<JsonNode> parts(JsonNode value) {
      return value.isArray() ? value.valueStream().flatMap(Way::parts) : Stream.of(value);
    }

    @Override
    public String toString() {
      return String.join(".", steps.stream().map(step -> step.field().getName()).toList());
    }
  }

  static List<String> leaves(GraphQLObjectType type) {
    return type.getFieldDefinitions().stream()
        .filter(field -> isLeaf(field) && isFree(type, field))
        .map(GraphQLFieldDefinition::getName)
        .toList();
  }
}

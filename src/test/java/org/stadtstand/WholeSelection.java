package org.stadtstand;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Selects everything of a type that the schema has, in both languages. */
record WholeSelection(GraphQLSchema schema) {

  /** Opaque, and never read by people. */
  private static final Set<String> OPAQUE = Set.of("id", "cursor");

  /** What shows the rows of a list, or the list, again. */
  private static final Set<String> REPEATED = Set.of("edges", "series");

  /** Lists inside a record are walked by themselves; of each one row is enough. */
  private static final Map<String, String> ONE = Map.of("first", "1");

  /** All of a type, with what is inside it down to some levels. */
  String of(GraphQLNamedOutputType type, int levels) {
    return switch (type) {
      case GraphQLObjectType object -> fields(object, "", levels);
      case GraphQLInterfaceType shared ->
          schema.getImplementations(shared).stream()
              .map(
                  object ->
                      "... on %1$s { %2$s }"
                          .formatted(
                              object.getName(), fields(object, object.getName() + "_", levels)))
              .collect(Collectors.joining(" ", "__typename ", ""));
      default -> "__typename";
    };
  }

  /** What stands in the rows of a connection themselves. */
  String nodes(GraphQLNamedOutputType connection) {
    return of(type(((GraphQLObjectType) connection).getFieldDefinition("nodes")), 0);
  }

  static GraphQLNamedOutputType type(GraphQLFieldDefinition field) {
    return (GraphQLNamedOutputType) GraphQLTypeUtil.unwrapAll(field.getType());
  }

  static boolean isConnection(GraphQLFieldDefinition field) {
    return type(field).getName().endsWith("Connection");
  }

  private String fields(GraphQLObjectType type, String prefix, int levels) {
    return type.getFieldDefinitions().stream()
        .filter(SchemaWays::isFree)
        .filter(
            field -> !OPAQUE.contains(field.getName()) && !type(field).getName().equals("PageInfo"))
        .flatMap(field -> selected(field, prefix, levels))
        .collect(Collectors.joining(" ", "__typename ", ""));
  }

  private Stream<String> selected(GraphQLFieldDefinition field, String prefix, int levels) {
    String name = field.getName();
    String plain = prefix + name + ": " + name;
    if (!SchemaWays.isLeaf(field)) {
      return levels == 0 || REPEATED.contains(name)
          ? Stream.empty()
          : Stream.of(
              plain
                  + SchemaWays.arguments(field, ONE)
                  + " { "
                  + of(type(field), isConnection(field) ? levels : levels - 1)
                  + " }");
    }
    List<String> german = List.of(plain + SchemaWays.arguments(field, Map.of()));
    return field.getArgument("lang") == null
        ? german.stream()
        : Stream.concat(
            german.stream(),
            Stream.of(
                "en_%s%s: %s%s"
                    .formatted(
                        prefix, name, name, SchemaWays.arguments(field, Map.of("lang", "EN")))));
  }
}

package org.stadtstand;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A question put together at random from what the schema allows. */
final class RandomQuestion {

  private static final List<String> ROOTS =
      List.of("projects", "targets", "services", "focusAreas", "statusHistory", "orgUnits");

  private final GraphQLSchema schema;
  private final Random random;
  private int aliases;

  RandomQuestion(GraphQLSchema schema, int seed) {
    this.schema = schema;
    this.random = new Random(seed);
  }

  String text() {
    String root = ROOTS.get(random.nextInt(ROOTS.size()));
    GraphQLFieldDefinition field = schema.getQueryType().getFieldDefinition(root);
    String day = random.nextInt(3) == 0 ? ", on: \"2024-05-01\"" : "";
    return "query ($yes: Boolean = true) { %s(municipality: \"musterstadt\", first: 4%s) %s }"
        .formatted(root, day, selection(field.getType(), 5));
  }

  private String selection(GraphQLType type, int depth) {
    return switch (GraphQLTypeUtil.unwrapAll(type)) {
      case GraphQLObjectType object -> "{ " + fields(object.getFieldDefinitions(), depth) + "}";
      case GraphQLInterfaceType any -> {
        List<GraphQLObjectType> types = schema.getImplementations(any);
        GraphQLObjectType one = types.get(random.nextInt(types.size()));
        yield "{ __typename %s... on %s { %s} }"
            .formatted(
                fields(any.getFieldDefinitions(), depth),
                one.getName(),
                fields(one.getFieldDefinitions(), depth));
      }
      default -> "";
    };
  }

  private String fields(List<GraphQLFieldDefinition> all, int depth) {
    List<GraphQLFieldDefinition> possible =
        new ArrayList<>(
            all.stream()
                .filter(field -> depth > 0 || isLeaf(field))
                .filter(field -> field.getArguments().stream().noneMatch(a -> required(a)))
                .toList());
    Collections.shuffle(possible, random);
    StringBuilder text = new StringBuilder("__typename ");
    possible.stream().limit(4).forEach(field -> text.append(field(field, depth)));
    return text.toString();
  }

  private static boolean required(graphql.schema.GraphQLArgument argument) {
    return argument.getType() instanceof GraphQLNonNull && !argument.hasSetDefaultValue();
  }

  private static boolean isLeaf(GraphQLFieldDefinition field) {
    return GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(field.getType()));
  }

  private String field(GraphQLFieldDefinition field, int depth) {
    List<String> arguments = new ArrayList<>();
    if (field.getArgument("lang") != null && random.nextBoolean()) {
      arguments.add("lang: " + (random.nextBoolean() ? "EN" : "DE"));
    }
    if (field.getArgument("on") != null && random.nextInt(4) == 0) {
      arguments.add("on: \"2023-10-01\"");
    }
    if (field.getArgument("first") != null) {
      arguments.add("first: 3");
    }
    return "a%d: %s%s%s%s "
        .formatted(
            aliases++,
            field.getName(),
            arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")",
            random.nextInt(6) == 0 ? " @include(if: $yes)" : "",
            selection(field.getType(), depth - 1));
  }
}

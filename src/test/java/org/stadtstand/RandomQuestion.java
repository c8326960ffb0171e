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
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A question assembled at random from what the schema allows. */
final class RandomQuestion {

  private static final List<String> ROOTS =
      List.of("projects", "targets", "services", "focusAreas", "statusHistory", "orgUnits");

  private static final Map<String, String> VARIABLES =
      new TreeMap<>(
          Map.of("$yes", "Boolean! = true", "$lang", "Language! = DE", "$few", "Int! = 3"));

  /** Beyond this many aliases nothing is nested deeper: the server refuses more than a hundred. */
  private static final int ENOUGH = 50;

  private final GraphQLSchema schema;
  private final Random random;
  private int aliases;

  RandomQuestion(GraphQLSchema schema, int seed) {
    this.schema = schema;
    this.random = new Random(seed);
  }

  String text() {
    return text("musterstadt", random.nextInt(3) == 0 ? ", on: \"2024-05-01\"" : "");
  }

  /**
   * The same about a municipality in a state.
   *
   * @param state more arguments of the root field
   */
  String text(String municipality, String state) {
    String root = ROOTS.get(random.nextInt(ROOTS.size()));
    GraphQLFieldDefinition field = schema.getQueryType().getFieldDefinition(root);
    String selected = selection(field.getType(), 5);
    String language = List.of("", "", "@lang(in: EN) ", "@lang(in: $lang) ").get(random.nextInt(4));
    // A variable that is declared but not used is a mistake.
    String declared =
        VARIABLES.entrySet().stream()
            .filter(variable -> (language + selected).contains(variable.getKey()))
            .map(variable -> variable.getKey() + ": " + variable.getValue())
            .collect(Collectors.joining(", "));
    return "query %s %s{ %s(municipality: \"%s\", first: 4%s) %s }"
        .formatted(
            declared.isEmpty() ? "" : "(" + declared + ")",
            language,
            root,
            municipality,
            state,
            selected);
  }

  /** Values for the variables that vary and differ from the defaults. */
  Map<String, Object> values() {
    return Map.of(
        "yes",
        random.nextInt(3) > 0,
        "lang",
        random.nextBoolean() ? "EN" : "DE",
        "few",
        1 + random.nextInt(3));
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
                .filter(field -> (depth > 0 && aliases < ENOUGH) || isLeaf(field))
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
      arguments.add("lang: " + List.of("EN", "DE", "$lang").get(random.nextInt(3)));
    }
    if (field.getArgument("on") != null && random.nextInt(4) == 0) {
      arguments.add("on: \"2023-10-01\"");
    }
    if (field.getArgument("first") != null) {
      arguments.add("first: " + (random.nextBoolean() ? "3" : "$few"));
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

package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import tools.jackson.databind.JsonNode;

/** Every argument of every field, absent, null or extreme, is answered or refused with a code. */
@ServerTest
class EveryArgumentIT {

  /** Codes that say that the server failed, not the caller. */
  private static final Set<String> OURS =
      Set.of("INTERNAL", "UNAVAILABLE", "TIMEOUT", "OVERLOADED", "none");

  /** How deep values of input objects are composed. */
  private static final int DEPTH = 2;

  private static final Map<String, List<String>> EXTREMES =
      Map.of(
          "Int", List.of("0", "-1", "2147483647", "-2147483648"),
          "Boolean", List.of("true", "false"),
          "Decimal", List.of("0", "-1e99", "0.000000000001", "1e-99"),
          "Date", List.of("\"0001-01-01\"", "\"9999-12-31\"", "\"2024-02-29\""),
          "Moment",
              List.of(
                  "\"0001-01-01\"",
                  "\"0001-01-01T00:00:00+18:00\"",
                  "\"9999-12-31T23:59:59.999999999-18:00\"",
                  "\"2025-01-01T00:00:00Z\"",
                  "\"9999-12-31\""),
          "ID", List.of("\"\"", "\"x\"", "\"" + "MQ".repeat(5_000) + "\""),
          "String",
              List.of(
                  "\"\"",
                  "\" \"",
                  "\"%_\\\\\"",
                  "\"Du\\u0308sseldorf\"",
                  "\"\\uFFFF\\u202E\\u0000\"",
                  "\"\uD83D\uDE00\"",
                  "\"{t}.key\"",
                  "\"" + "x".repeat(10_000) + "\""));

  @Autowired private Questions questions;
  @Autowired private GraphQlSource engine;
  private SchemaWays ways;
  private final Set<String> asked = new HashSet<>();
  private final Set<String> wrong = new TreeSet<>();
  private final Set<String> expanded = new HashSet<>();

  @BeforeEach
  void findWays() {
    ways = new SchemaWays(engine.schema());
  }

  @Test
  void isAnsweredOrRefusedWithACode() {
    for (GraphQLObjectType type : ways.types()) {
      for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
        for (GraphQLArgument argument : field.getArguments()) {
          // The same input in another place is read by the same code.
          boolean input =
              GraphQLTypeUtil.unwrapAll(argument.getType()) instanceof GraphQLInputObjectType;
          boolean root = type == engine.schema().getQueryType();
          String meaning = argument.getName() + SchemaWays.print(argument) + root;
          if (asked.add(input ? meaning : meaning + field.getName())) {
            look(type, field, argument);
          }
        }
      }
    }
    assertThat(asked).hasSizeGreaterThan(150);
    assertThat(wrong).isEmpty();
  }

  private void look(
      GraphQLObjectType type, GraphQLFieldDefinition field, GraphQLArgument argument) {
    List<String> values = new ArrayList<>(values(argument.getType(), DEPTH));
    values.add("null");
    for (String value : values) {
      answer(type, field, argument.getName(), value, "", Map.of());
    }
    for (String declared : List.of(nullable(argument), nullable(argument) + " = null")) {
      String variable = "query ($v: " + declared + ") ";
      answer(type, field, argument.getName(), "$v", variable, Map.of());
      answer(type, field, argument.getName(), "$v", variable, Collections.singletonMap("v", null));
    }
    if (GraphQLTypeUtil.unwrapAll(argument.getType()) instanceof GraphQLInputObjectType input) {
      input.getFields().forEach(part -> lookInside(type, field, argument, part));
    }
  }

  /** A null inside an input object, where a default may stand against it. */
  private void lookInside(
      GraphQLObjectType type,
      GraphQLFieldDefinition field,
      GraphQLArgument argument,
      GraphQLInputObjectField part) {
    GraphQLInputObjectType input =
        (GraphQLInputObjectType) GraphQLTypeUtil.unwrapAll(argument.getType());
    for (String value : List.of("null", "$v")) {
      String object = object(input, part, value);
      boolean list = GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(argument.getType()));
      String variable = value.equals("$v") ? "query ($v: " + nullable(part.getType()) + ") " : "";
      answer(
          type,
          field,
          argument.getName(),
          list ? "[" + object + "]" : object,
          variable,
          value.equals("$v") ? Collections.singletonMap("v", null) : Map.of());
    }
  }

  private static String object(
      GraphQLInputObjectType input, GraphQLInputObjectField part, String value) {
    StringBuilder object = new StringBuilder("{" + part.getName() + ": " + value);
    for (GraphQLInputObjectField other : input.getFields()) {
      if (other != part
          && GraphQLTypeUtil.isNonNull(other.getType())
          && !other.hasSetDefaultValue()) {
        object.append(", ").append(other.getName()).append(": ").append(least(other.getType()));
      }
    }
    return object + "}";
  }

  private static String least(GraphQLInputType type) {
    return switch (GraphQLTypeUtil.unwrapNonNull(type)) {
      case GraphQLList list -> "[]";
      case GraphQLEnumType choice -> choice.getValues().getFirst().getName();
      case GraphQLInputObjectType object -> "{}";
      case GraphQLNamedType scalar -> extremes(scalar).getFirst();
      default -> throw new IllegalStateException(type.toString());
    };
  }

  private List<String> values(GraphQLInputType type, int depth) {
    return switch (GraphQLTypeUtil.unwrapNonNull(type)) {
      case GraphQLList list -> lists((GraphQLInputType) list.getWrappedType(), depth);
      case GraphQLEnumType choice ->
          List.of(choice.getValues().getFirst().getName(), choice.getValues().getLast().getName());
      case GraphQLInputObjectType object -> objects(object, depth);
      case GraphQLNamedType scalar -> extremes(scalar);
      default -> throw new IllegalStateException(type.toString());
    };
  }

  private static List<String> extremes(GraphQLNamedType scalar) {
    return Objects.requireNonNull(EXTREMES.get(scalar.getName()), scalar.getName());
  }

  private List<String> lists(GraphQLInputType type, int depth) {
    List<String> lists = new ArrayList<>(List.of("[]", "[null]"));
    List<String> values = values(type, depth);
    lists.add("[" + String.join(", ", values.subList(0, Math.min(10, values.size()))) + "]");
    values.forEach(value -> lists.add("[" + value + "]"));
    return lists;
  }

  /** Each part of the object alone with each of its values, as deep as is left. */
  private List<String> objects(GraphQLInputObjectType object, int depth) {
    List<String> objects = new ArrayList<>(List.of("{}"));
    // The operators of a kind of field are read by the same code for all fields of the kind.
    boolean known = depth < DEPTH && !expanded.add(object.getName());
    if (depth > 0 && !known) {
      for (GraphQLInputObjectField part : object.getFields()) {
        objects.add(object(object, part, "null"));
        values(part.getType(), depth - 1)
            .forEach(value -> objects.add(object(object, part, value)));
      }
    }
    return objects;
  }

  private static String nullable(GraphQLArgument argument) {
    return nullable(argument.getType());
  }

  private static String nullable(GraphQLInputType type) {
    return GraphQLTypeUtil.simplePrint(
        type instanceof GraphQLNonNull given ? given.getWrappedType() : type);
  }

  private void answer(
      GraphQLObjectType type,
      GraphQLFieldDefinition field,
      String argument,
      String value,
      String variable,
      Map<String, @Nullable Object> variables) {
    Map<String, String> given = new HashMap<>();
    if (field.getArgument("municipality") != null) {
      given.put("municipality", "\"musterstadt\"");
    }
    if (field.getArgument("key") != null) {
      given.put("key", "\"demo-p-0006\"");
    }
    given.put(argument, value);
    String selection = field.getName() + SchemaWays.arguments(field, given) + parts(field);
    SchemaWays.Way way = ways.to(type).getFirst();
    String document =
        variable + way.document(type, selection, Map.of("municipality", "\"musterstadt\""));
    JsonNode answer;
    try {
      answer = questions.ask(document, variables);
    } catch (RuntimeException | AssertionError fault) {
      wrong.add(document + " " + fault);
      return;
    }
    for (JsonNode error : answer.path("errors")) {
      if (OURS.contains(error.at("/extensions/code").asString("none"))
          || error.at("/extensions/hint").asString("").isBlank()) {
        wrong.add(
            "%s.%s(%s: %s) %s: %s"
                .formatted(
                    type.getName(),
                    field.getName(),
                    argument,
                    value.substring(0, Math.min(200, value.length())),
                    variable,
                    error));
      }
    }
  }

  /** What makes a list be read: its rows and its length. */
  private static String parts(GraphQLFieldDefinition field) {
    if (!(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType type)) {
      return SchemaWays.least(field);
    }
    String count = type.getFieldDefinition("totalCount") == null ? "" : " totalCount";
    String nodes = type.getFieldDefinition("nodes") == null ? "" : " nodes { __typename }";
    String page = type.getFieldDefinition("pageInfo") == null ? "" : " pageInfo { endCursor }";
    return " { __typename" + count + nodes + page + " }";
  }
}

package org.stadtstand;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A document that somebody could send who wants to see the server fall: it follows the grammar of
 * the schema nearly always, and asks for whatever it allows, with values that are usual, extreme or
 * nonsense.
 */
final class FuzzedQuestion {

  /** In every name and text that is the caller's own, so that it can be looked for in the log. */
  static final String MARK = "geheim";

  private static final List<String> TEXTS =
      List.of(
          "",
          MARK,
          MARK + "\u0000",
          "u\u0308",
          "%_\\",
          "'; --",
          MARK.repeat(500),
          "\uD83C\uDF0D",
          "\u202E" + MARK);
  private static final List<String> DAYS =
      List.of(
          "2025-06-30",
          "2024-02-29",
          "2023-02-29",
          "0001-01-01",
          "9999-12-31",
          "+10000-01-01",
          "2025-13-01",
          "2026-01-31T10:00:00Z",
          "heute");
  private static final List<Object> NUMBERS =
      List.of(0, 1, 2, 3, 50, 200, 201, -1, Integer.MAX_VALUE, Long.MAX_VALUE, 1.5);
  private static final List<String> CITIES =
      List.of("musterstadt", "duesseldorf", "musterstadt", "ALL", "05111000", "nirgendwo");
  private static final int FIELDS = 150;

  private final GraphQLSchema schema;
  private final Random random;
  private final List<String> known;
  private final Map<String, @Nullable Object> variables = new LinkedHashMap<>();
  private final List<String> declarations = new ArrayList<>();
  private final List<String> fragments = new ArrayList<>();
  private int fields;

  /**
   * Assembles a document.
   *
   * @param known keys, ids and cursors that mean something
   */
  FuzzedQuestion(GraphQLSchema schema, List<String> known, long seed) {
    this.schema = schema;
    this.known = known;
    this.random = new Random(seed);
  }

  /** The document; its variables are known afterwards. */
  String text() {
    StringBuilder roots = new StringBuilder();
    for (int i = 0; i <= random.nextInt(3); i++) {
      roots.append(field(pick(schema.getQueryType().getFieldDefinitions()), 7));
    }
    String declared = declarations.isEmpty() ? "" : "(" + String.join(", ", declarations) + ")";
    String text =
        "query %sX%s { %s} %s".formatted(MARK, declared, roots, String.join(" ", fragments));
    return chance(40) ? mangled(text) : text;
  }

  Map<String, @Nullable Object> variables() {
    return variables;
  }

  private String mangled(String text) {
    int at = random.nextInt(text.length());
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, at);
      case 1 -> text.substring(0, at) + pick(TEXTS) + text.substring(at);
      case 2 -> text.substring(0, at) + "{".repeat(random.nextInt(300)) + text.substring(at);
      default -> text.replace("first", "last");
    };
  }

  private String selection(GraphQLType type, int depth) {
    return switch (type) {
      case GraphQLObjectType object -> "{ " + fields(object.getFieldDefinitions(), depth) + "} ";
      case GraphQLInterfaceType any ->
          "{ __typename "
              + fields(any.getFieldDefinitions(), depth)
              + parts(schema.getImplementations(any), depth)
              + "} ";
      case GraphQLUnionType any ->
          "{ __typename "
              + parts(any.getTypes().stream().map(GraphQLObjectType.class::cast).toList(), depth)
              + "} ";
      default -> "";
    };
  }

  private String parts(List<GraphQLObjectType> types, int depth) {
    StringBuilder parts = new StringBuilder();
    for (int i = 0; i <= random.nextInt(3); i++) {
      GraphQLObjectType type = pick(types);
      String inner = selection(type, depth - 1);
      if (chance(3)) {
        String name = MARK + "F" + fragments.size();
        fragments.add("fragment %s on %s %s".formatted(name, type.getName(), inner));
        parts.append("... ").append(name).append(' ');
      } else {
        parts.append("... on ").append(type.getName()).append(' ').append(inner);
      }
    }
    return parts.toString();
  }

  private String fields(List<GraphQLFieldDefinition> all, int depth) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i <= random.nextInt(5); i++) {
      GraphQLFieldDefinition field = pick(all);
      boolean leaf = GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(field.getType()));
      if (leaf || (depth > 0 && fields < FIELDS)) {
        text.append(field(field, depth));
      }
    }
    return text.isEmpty() ? "__typename " : text.toString();
  }

  private String field(GraphQLFieldDefinition field, int depth) {
    fields++;
    List<String> arguments = new ArrayList<>();
    for (GraphQLArgument argument : field.getArguments()) {
      boolean required = argument.getType() instanceof GraphQLNonNull;
      if (required || chance(wanted(argument.getName()) ? 1 : 4)) {
        arguments.add(argument.getName() + ": " + argument(argument.getName(), argument.getType()));
      }
    }
    return "%s%d: %s%s%s %s"
        .formatted(
            MARK,
            fields,
            field.getName(),
            arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")",
            chance(20) ? " @include(if: true)" : "",
            selection(GraphQLTypeUtil.unwrapAll(field.getType()), depth - 1));
  }

  private static boolean wanted(String argument) {
    return argument.equals("municipality") || argument.equals("first");
  }

  private String argument(String name, GraphQLInputType type) {
    Object value = value(name, type, 4);
    if (!chance(4)) {
      return literal(value);
    }
    String variable = MARK + variables.size();
    boolean defaulted = chance(2) && !GraphQLTypeUtil.isNonNull(type);
    declarations.add(
        "$%s: %s%s"
            .formatted(
                variable,
                GraphQLTypeUtil.simplePrint(type),
                defaulted ? " = " + literal(value) : ""));
    variables.put(variable, plain(value));
    if (defaulted) {
      variables.remove(variable);
      variables.put(MARK + "unused" + variables.size(), 1);
    }
    return "$" + variable;
  }

  private @Nullable Object value(String name, GraphQLType type, int depth) {
    if (chance(30)) {
      return null;
    }
    return switch (type) {
      case GraphQLNonNull required -> value(name, required.getWrappedType(), depth);
      case GraphQLList list -> {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < random.nextInt(chance(20) ? 40 : 4); i++) {
          values.add(value(name, list.getWrappedType(), depth));
        }
        yield values;
      }
      case GraphQLEnumType choice ->
          new Name(
              chance(30)
                  ? MARK
                  : pick(
                      choice.getValues().stream()
                          .map(GraphQLEnumValueDefinition::getName)
                          .toList()));
      case GraphQLInputObjectType object -> object(object, depth);
      case GraphQLNamedType scalar -> scalar(name, scalar.getName());
      default -> null;
    };
  }

  private Map<String, @Nullable Object> object(GraphQLInputObjectType type, int depth) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 0; i <= random.nextInt(3) && depth > -6; i++) {
      GraphQLInputObjectField field = pick(type.getFields());
      values.put(field.getName(), value(field.getName(), field.getType(), depth - 1));
    }
    if (chance(50)) {
      values.put(MARK, 1);
    }
    return values;
  }

  private Object scalar(String name, String type) {
    if (chance(25)) {
      return pick(List.of(MARK, 7, true, -0.5));
    }
    return switch (type) {
      case "Int" -> name.equals("first") && !chance(4) ? pick(List.of(2, 20, 200)) : pick(NUMBERS);
      case "Boolean" -> random.nextBoolean();
      case "Date", "Moment" -> pick(DAYS);
      case "Decimal", "Float" -> pick(NUMBERS);
      default ->
          name.equals("municipality")
              ? pick(CITIES)
              : chance(2) ? pick(known) : chance(3) ? pick(DAYS) : pick(TEXTS);
    };
  }

  private static String literal(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Map<?, ?> object ->
          object.entrySet().stream()
              .map(entry -> entry.getKey() + ": " + literal(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case List<?> list ->
          list.stream().map(FuzzedQuestion::literal).collect(Collectors.joining(", ", "[", "]"));
      case String text ->
          '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\u0000", "\\u0000") + '"';
      default -> value.toString();
    };
  }

  /** As JSON has it. */
  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Name name -> name.toString();
      case Map<?, ?> object -> {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        object.forEach((name, inner) -> copy.put(name.toString(), plain(inner)));
        yield copy;
      }
      case List<?> list -> {
        List<@Nullable Object> copy = new ArrayList<>();
        list.forEach(inner -> copy.add(plain(inner)));
        yield copy;
      }
      default -> value;
    };
  }

  /** True once in so many times. */
  private boolean chance(int times) {
    return random.nextInt(times) == 0;
  }

  private <V> V pick(List<V> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** The name of an enum's value, which is no text. */
  private record Name(String name) {
    @Override
    public String toString() {
      return name;
    }
  }
}

package org.stadtstand.serve.manual;

import graphql.execution.ValuesResolver;
import graphql.language.AstPrinter;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stadtstand.serve.manual.SchemaEntry.Member;
import org.stadtstand.serve.manual.SchemaEntry.SchemaField;
import org.stadtstand.serve.manual.SchemaEntry.TypeText;

/**
 * Reads the types of the schema that the engine runs, so that their pages cannot differ from it.
 */
final class SchemaReference {

  private static final int SHOWN_USES = 40;

  private final SchemaWords words;
  private final Map<String, List<SchemaField>> uses = new TreeMap<>();

  private SchemaReference(GraphQLSchema schema) {
    this.words = new SchemaWords(schema);
  }

  /** All types but those by which GraphQL describes itself, by name. */
  static Map<String, SchemaEntry> of(GraphQLSchema schema) {
    SchemaReference reference = new SchemaReference(schema);
    List<GraphQLNamedType> types =
        schema.getAllTypesAsList().stream()
            .filter(type -> !type.getName().startsWith("__"))
            .toList();
    types.forEach(reference::noteUses);
    Map<String, SchemaEntry> entries = new TreeMap<>();
    types.forEach(type -> entries.put(type.getName(), reference.entry(type)));
    return entries;
  }

  private void noteUses(GraphQLNamedType type) {
    switch (type) {
      case GraphQLFieldsContainer fields ->
          fields
              .getFieldDefinitions()
              .forEach(
                  field -> {
                    note(field.getType(), type, field.getName());
                    field
                        .getArguments()
                        .forEach(each -> note(each.getType(), type, field.getName()));
                  });
      case GraphQLInputObjectType input ->
          input.getFields().forEach(field -> note(field.getType(), type, field.getName()));
      case GraphQLUnionType union -> union.getTypes().forEach(each -> note(each, type, ""));
      default -> {
        // Nothing is used by what is a value.
      }
    }
  }

  private void note(GraphQLType used, GraphQLNamedType type, String field) {
    List<SchemaField> places =
        uses.computeIfAbsent(GraphQLTypeUtil.unwrapAll(used).getName(), name -> new ArrayList<>());
    SchemaField place = new SchemaField(type.getName(), field);
    if (!places.contains(place)) {
      places.add(place);
    }
  }

  private SchemaEntry entry(GraphQLNamedType type) {
    List<SchemaField> places = uses.getOrDefault(type.getName(), List.of());
    return new SchemaEntry(
        type.getName(),
        kind(type),
        words.summary(type.getDescription()),
        words.html(type.getDescription()),
        contents(type),
        members(type),
        places.stream().limit(SHOWN_USES).toList(),
        Math.max(0, places.size() - SHOWN_USES));
  }

  private static String kind(GraphQLNamedType type) {
    return switch (type) {
      case GraphQLInterfaceType none -> "interface";
      case GraphQLUnionType none -> "union";
      case GraphQLEnumType none -> "enumeration";
      case GraphQLInputObjectType none -> "input";
      case GraphQLScalarType none -> "scalar";
      default -> "type";
    };
  }

  private static String contents(GraphQLNamedType type) {
    return switch (type) {
      case GraphQLEnumType none -> "Values";
      case GraphQLUnionType none -> "Types";
      default -> "Fields";
    };
  }

  private List<Member> members(GraphQLNamedType type) {
    return switch (type) {
      case GraphQLFieldsContainer fields ->
          fields.getFieldDefinitions().stream().map(this::field).toList();
      case GraphQLInputObjectType input -> input.getFields().stream().map(this::input).toList();
      case GraphQLEnumType values ->
          values.getValues().stream()
              .map(
                  value ->
                      member(
                          value.getName(),
                          null,
                          value.getDescription(),
                          value.getDeprecationReason()))
              .toList();
      case GraphQLUnionType union ->
          union.getTypes().stream()
              .map(each -> member(each.getName(), each, each.getDescription(), null))
              .toList();
      default -> List.of();
    };
  }

  private Member field(GraphQLFieldDefinition field) {
    Member plain =
        member(
            field.getName(), field.getType(), field.getDescription(), field.getDeprecationReason());
    List<Member> arguments = field.getArguments().stream().map(this::argument).toList();
    return new Member(
        plain.name(), plain.type(), plain.description(), "", plain.deprecated(), arguments);
  }

  private Member argument(GraphQLArgument argument) {
    String otherwise =
        argument.hasSetDefaultValue()
            ? AstPrinter.printAst(
                ValuesResolver.valueToLiteral(
                    argument.getArgumentDefaultValue(), argument.getType(), null, null))
            : "";
    Member plain = member(argument.getName(), argument.getType(), argument.getDescription(), null);
    return new Member(plain.name(), plain.type(), plain.description(), otherwise, "", List.of());
  }

  private Member input(GraphQLInputObjectField field) {
    return member(
        field.getName(), field.getType(), field.getDescription(), field.getDeprecationReason());
  }

  private Member member(
      String name,
      @Nullable GraphQLType type,
      @Nullable String description,
      @Nullable String deprecated) {
    return new Member(
        name,
        type == null ? TypeText.NONE : TypeText.of(GraphQLTypeUtil.simplePrint(type)),
        words.html(description),
        "",
        words.html(deprecated),
        List.of());
  }
}

package org.stadtstand.graph.schema;

import graphql.language.Description;
import graphql.language.FieldDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Writes the connection and edge types that the schema's fields name, so that every list has the
 * same shape: edges, nodes, pageInfo and totalCount.
 */
final class ConnectionTypes {

  private static final String SUFFIX = "Connection";

  private ConnectionTypes() {}

  static Set<String> addTo(TypeDefinitionRegistry schema) {
    Set<String> nodes = new TreeSet<>();
    fields(schema)
        .map(field -> name(field.getType()))
        .filter(name -> name.endsWith(SUFFIX))
        .filter(name -> !isWritten(schema, name))
        .map(name -> name.substring(0, name.length() - SUFFIX.length()))
        .forEach(nodes::add);
    for (String node : nodes) {
      replace(schema, edge(node));
      replace(schema, connection(node));
    }
    return nodes;
  }

  /** Whether a schema file has the type itself: what is made here or by Spring has no place. */
  private static boolean isWritten(TypeDefinitionRegistry schema, String name) {
    ObjectTypeDefinition type = schema.getTypeOrNull(name, ObjectTypeDefinition.class);
    return type != null && type.getSourceLocation() != null;
  }

  /** Spring has added types of these names already, without nodes and count. */
  private static void replace(TypeDefinitionRegistry schema, ObjectTypeDefinition type) {
    ObjectTypeDefinition present = schema.getTypeOrNull(type.getName(), ObjectTypeDefinition.class);
    if (present != null) {
      schema.remove(present);
    }
    schema.add(type);
  }

  static Stream<FieldDefinition> fields(TypeDefinitionRegistry schema) {
    return Stream.concat(
        schema.getTypes(ObjectTypeDefinition.class).stream()
            .flatMap(type -> type.getFieldDefinitions().stream()),
        schema.objectTypeExtensions().values().stream()
            .flatMap(List<ObjectTypeExtensionDefinition>::stream)
            .flatMap(type -> type.getFieldDefinitions().stream()));
  }

  private static ObjectTypeDefinition connection(String node) {
    return ObjectTypeDefinition.newObjectTypeDefinition()
        .name(node + SUFFIX)
        .description(described("A page of a list of " + node + " records."))
        .fieldDefinition(
            field("edges", "The rows of the page, each with its cursor.", listOf(node + "Edge")))
        .fieldDefinition(field("nodes", "The rows of the page.", listOf(node)))
        .fieldDefinition(field("pageInfo", "Where the page begins and ends.", required("PageInfo")))
        .fieldDefinition(
            field(
                "totalCount",
                "How many rows the whole list has; counted only when asked for.",
                required("Int")))
        .build();
  }

  private static ObjectTypeDefinition edge(String node) {
    return ObjectTypeDefinition.newObjectTypeDefinition()
        .name(node + "Edge")
        .description(described("A row of a list of " + node + " records, with its cursor."))
        .fieldDefinition(
            field("cursor", "Continues the list after or before this row.", required("String")))
        .fieldDefinition(field("node", "The row.", required(node)))
        .build();
  }

  private static FieldDefinition field(String name, String description, Type<?> type) {
    return FieldDefinition.newFieldDefinition()
        .name(name)
        .description(described(description))
        .type(type)
        .build();
  }

  private static Type<?> listOf(String type) {
    return new NonNullType(new ListType((Type<?>) required(type)));
  }

  private static NonNullType required(String type) {
    return new NonNullType(new TypeName(type));
  }

  private static Description described(String text) {
    return new Description(text, null, false);
  }

  private static String name(Type<?> type) {
    return switch (type) {
      case NonNullType required -> name(required.getType());
      case ListType list -> name(list.getType());
      case TypeName name -> name.getName();
      default -> "";
    };
  }
}

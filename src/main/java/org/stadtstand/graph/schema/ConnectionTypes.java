package org.stadtstand.graph.schema;

import static org.stadtstand.graph.schema.Definitions.described;
import static org.stadtstand.graph.schema.Definitions.field;
import static org.stadtstand.graph.schema.Definitions.name;
import static org.stadtstand.graph.schema.Definitions.required;

import graphql.language.FieldDefinition;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.Set;
import java.util.TreeSet;
import org.stadtstand.graph.words.FieldWords;

/**
 * Generates the connection and edge types that the schema's fields name, so that every list has the
 * same shape: edges, nodes, pageInfo and counts.
 */
final class ConnectionTypes {

  private static final String SUFFIX = "Connection";

  private ConnectionTypes() {}

  static Set<String> addTo(TypeDefinitionRegistry schema) {
    Set<String> nodes = new TreeSet<>();
    Definitions.eachField(
        schema,
        (type, field) -> {
          String name = name(field.getType());
          if (name.endsWith(SUFFIX) && !isWritten(schema, name)) {
            nodes.add(name.substring(0, name.length() - SUFFIX.length()));
          }
        });
    for (String node : nodes) {
      replace(schema, edge(node));
      replace(schema, connection(node));
    }
    return nodes;
  }

  /** Whether a schema file defines the type: generated types have no source location. */
  private static boolean isWritten(TypeDefinitionRegistry schema, String name) {
    ObjectTypeDefinition type = schema.getTypeOrNull(name, ObjectTypeDefinition.class);
    return type != null && type.getSourceLocation() != null;
  }

  /** Spring has already added types of these names, without nodes and count. */
  private static void replace(TypeDefinitionRegistry schema, ObjectTypeDefinition type) {
    ObjectTypeDefinition present = schema.getTypeOrNull(type.getName(), ObjectTypeDefinition.class);
    if (present != null) {
      schema.remove(present);
    }
    schema.add(type);
  }

  private static ObjectTypeDefinition connection(String node) {
    return ObjectTypeDefinition.newObjectTypeDefinition()
        .name(node + SUFFIX)
        .description(described("A page of a list of " + node + " records."))
        .fieldDefinition(
            called(
                field(
                    "edges", "The rows of the page, each with its cursor.", listOf(node + "Edge")),
                "Zeilen",
                "rows"))
        .fieldDefinition(
            called(field("nodes", "The rows of the page.", listOf(node)), "Zeilen", "rows"))
        .fieldDefinition(field("pageInfo", "Where the page begins and ends.", required("PageInfo")))
        .fieldDefinition(called(totalCount(), "Anzahl", "count"))
        .fieldDefinition(called(undecidedCount(), "Anzahl ohne Angabe", "count not known"))
        .build();
  }

  private static FieldDefinition totalCount() {
    return field(
        "totalCount",
        "How many rows the whole list has; counted only when asked for.",
        required("Int"));
  }

  private static FieldDefinition undecidedCount() {
    return field(
        "undecidedCount",
        "Rows of which nobody knows whether the filter holds: they lack the value. Not in"
            + " `totalCount`, unless `not` lets them in.",
        required("Int"));
  }

  private static ObjectTypeDefinition edge(String node) {
    return ObjectTypeDefinition.newObjectTypeDefinition()
        .name(node + "Edge")
        .description(described("A row of a list of " + node + " records, with its cursor."))
        .fieldDefinition(
            called(
                field("cursor", "Continues the list after or before this row.", required("String")),
                "Zeiger",
                "cursor"))
        .fieldDefinition(called(field("node", "The row.", required(node)), "Eintrag", "record"))
        .build();
  }

  private static FieldDefinition called(FieldDefinition field, String de, String en) {
    return field.transform(builder -> builder.directive(FieldWords.called(de, en)));
  }

  private static Type<?> listOf(String type) {
    return new NonNullType(Definitions.list(type));
  }
}

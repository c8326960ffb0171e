package org.stadtstand.graph.schema;

import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.language.TypeName;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.stadtstand.graph.words.FieldWords;

/**
 * Gives each type the fields of its interfaces, so that the schema files say them once. A type
 * writes such a field itself only to narrow its type or to say more of it. A field that leads to
 * the interface itself leads to the type in each type.
 */
final class InterfaceFields {

  private final TypeDefinitionRegistry schema;

  /** By type and name. */
  private final Map<String, Map<String, FieldDefinition>> written = new LinkedHashMap<>();

  private InterfaceFields(TypeDefinitionRegistry schema) {
    this.schema = schema;
    Definitions.eachField(
        schema,
        (type, field) ->
            written
                .computeIfAbsent(type, name -> new LinkedHashMap<>())
                .put(field.getName(), field));
  }

  static void addTo(TypeDefinitionRegistry schema) {
    InterfaceFields fields = new InterfaceFields(schema);
    schema.getTypes(ObjectTypeDefinition.class).forEach(fields::complete);
    schema.getTypes(InterfaceTypeDefinition.class).forEach(fields::complete);
  }

  private void complete(ImplementingTypeDefinition<?> type) {
    String name = type.getName();
    Map<String, FieldDefinition> own = written.getOrDefault(name, Map.of());
    Map<String, FieldDefinition> missing = new LinkedHashMap<>();
    interfaces(type)
        .forEach(
            shared ->
                written
                    .getOrDefault(shared, Map.of())
                    .forEach(
                        (field, definition) -> {
                          if (!own.containsKey(field)) {
                            missing.putIfAbsent(field, of(name, shared, definition));
                          }
                        }));
    if (!missing.isEmpty()) {
      extend(type, List.copyOf(missing.values()));
    }
  }

  private List<String> interfaces(ImplementingTypeDefinition<?> type) {
    List<String> names = new ArrayList<>();
    type.getImplements().forEach(shared -> names.add(Definitions.name(shared)));
    schema
        .objectTypeExtensions()
        .getOrDefault(type.getName(), List.of())
        .forEach(
            extension ->
                extension.getImplements().forEach(shared -> names.add(Definitions.name(shared))));
    return names;
  }

  /** Its words stay with the interface, which is asked for them. */
  private static FieldDefinition of(String type, String shared, FieldDefinition field) {
    FieldDefinition plain =
        field.transform(
            builder ->
                builder.directives(
                    field.getDirectives().stream()
                        .filter(directive -> !directive.getName().equals(FieldWords.CALLED))
                        .toList()));
    return field.getType() instanceof TypeName name && name.getName().equals(shared)
        ? plain.transform(builder -> builder.type(Definitions.type(type)))
        : plain;
  }

  private void extend(ImplementingTypeDefinition<?> type, List<FieldDefinition> fields) {
    if (type instanceof ObjectTypeDefinition) {
      schema.add(
          ObjectTypeExtensionDefinition.newObjectTypeExtensionDefinition()
              .name(type.getName())
              .fieldDefinitions(fields)
              .build());
    } else if (type instanceof InterfaceTypeDefinition shared) {
      schema.remove(shared);
      schema.add(
          shared.transform(
              builder ->
                  builder.definitions(
                      Stream.concat(shared.getFieldDefinitions().stream(), fields.stream())
                          .toList())));
    }
  }
}

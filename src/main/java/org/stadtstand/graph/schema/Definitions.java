package org.stadtstand.graph.schema;

import graphql.language.Description;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The parts of a schema before it is built: what is generated, and all its fields. */
final class Definitions {

  private Definitions() {}

  static FieldDefinition field(String name, String description, Type<?> type) {
    return FieldDefinition.newFieldDefinition()
        .name(name)
        .description(described(description))
        .type(type)
        .build();
  }

  static InputValueDefinition input(String name, String description, Type<?> type) {
    return InputValueDefinition.newInputValueDefinition()
        .name(name)
        .description(described(description))
        .type(type)
        .build();
  }

  static EnumValueDefinition constant(String name, String description) {
    return EnumValueDefinition.newEnumValueDefinition()
        .name(name)
        .description(described(description))
        .build();
  }

  static Description described(String text) {
    return new Description(text, null, false);
  }

  static TypeName type(String name) {
    return new TypeName(name);
  }

  static NonNullType required(String name) {
    return new NonNullType(type(name));
  }

  static ListType list(String name) {
    return new ListType(required(name));
  }

  /** The name of the type without list and non-null marks. */
  static String name(Type<?> type) {
    return switch (type) {
      case NonNullType required -> name(required.getType());
      case ListType list -> name(list.getType());
      case TypeName name -> name.getName();
      default -> "";
    };
  }

  /** Visits all fields of a schema that is not built yet, including those in type extensions. */
  static void eachField(
      TypeDefinitionRegistry schema, BiConsumer<String, ? super FieldDefinition> visitor) {
    replaceFields(
        schema,
        (type, field) -> {
          visitor.accept(type, field);
          return Stream.of(field);
        });
  }

  /** Replaces each field by what the function returns for it. */
  static void replaceFields(
      TypeDefinitionRegistry schema,
      BiFunction<String, FieldDefinition, Stream<FieldDefinition>> made) {
    for (ObjectTypeDefinition type : schema.getTypes(ObjectTypeDefinition.class)) {
      List<FieldDefinition> fields = fields(type.getName(), type.getFieldDefinitions(), made);
      if (!fields.equals(type.getFieldDefinitions())) {
        schema.remove(type);
        schema.add(type.transform(builder -> builder.fieldDefinitions(fields)));
      }
    }
    for (InterfaceTypeDefinition type : schema.getTypes(InterfaceTypeDefinition.class)) {
      List<FieldDefinition> fields = fields(type.getName(), type.getFieldDefinitions(), made);
      if (!fields.equals(type.getFieldDefinitions())) {
        schema.remove(type);
        schema.add(type.transform(builder -> builder.definitions(fields)));
      }
    }
    for (ObjectTypeExtensionDefinition type : extensions(schema)) {
      List<FieldDefinition> fields = fields(type.getName(), type.getFieldDefinitions(), made);
      if (!fields.equals(type.getFieldDefinitions())) {
        schema.remove(type);
        schema.add(type.transformExtension(builder -> builder.fieldDefinitions(fields)));
      }
    }
  }

  private static List<ObjectTypeExtensionDefinition> extensions(TypeDefinitionRegistry schema) {
    return schema.objectTypeExtensions().values().stream().flatMap(List::stream).toList();
  }

  private static List<FieldDefinition> fields(
      String type,
      List<FieldDefinition> fields,
      BiFunction<String, FieldDefinition, Stream<FieldDefinition>> made) {
    return fields.stream().flatMap(field -> made.apply(type, field)).toList();
  }
}

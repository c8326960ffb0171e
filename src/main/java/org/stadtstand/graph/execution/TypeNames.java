package org.stadtstand.graph.execution;

import graphql.TypeResolutionEnvironment;
import graphql.language.InterfaceTypeDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the GraphQL type of a record behind an interface. */
public final class TypeNames implements TypeResolver {

  private final Map<Class<?>, String> names = new HashMap<>();

  public TypeNames(Map<String, Class<?>> classes) {
    classes.forEach((name, type) -> names.put(type, name));
  }

  public List<String> interfaces(TypeDefinitionRegistry schema) {
    return schema.getTypes(InterfaceTypeDefinition.class).stream()
        .map(InterfaceTypeDefinition::getName)
        .toList();
  }

  @Override
  public @Nullable GraphQLObjectType getType(TypeResolutionEnvironment environment) {
    return type(environment.getObject(), environment.getSchema());
  }

  @Nullable GraphQLObjectType type(Object record, GraphQLSchema schema) {
    @Nullable String name = names.get(record.getClass());
    return schema.getObjectType(name == null ? record.getClass().getSimpleName() : name);
  }
}

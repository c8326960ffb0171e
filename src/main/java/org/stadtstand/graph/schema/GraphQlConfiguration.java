package org.stadtstand.graph.schema;

import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.stadtstand.graph.arguments.ArgumentChecks;
import org.stadtstand.graph.execution.ExecutionStrategies;
import org.stadtstand.graph.execution.KeptAnswers;
import org.stadtstand.graph.execution.TypeNames;
import org.stadtstand.graph.frame.AroundExecution;
import org.stadtstand.record.cache.ResultCache;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.listing.ListedTypes;

/** Assembles the rooms' wiring and the schema files. */
@Configuration(proxyBeanMethods = false)
class GraphQlConfiguration {

  @Bean
  SchemaWiring wiring(
      Batches batches, ListedTypes types, List<GraphQlRoom> rooms, RecordTypes recordTypes) {
    SchemaWiring wiring = new SchemaWiring(batches, types);
    RootFields.wire(wiring);
    rooms.forEach(room -> room.wire(wiring));
    EventFields.wire(wiring, recordTypes);
    rooms.forEach(room -> room.wireLists(wiring));
    return wiring;
  }

  /** All schema files as one; the engine parses them again. */
  private static TypeDefinitionRegistry parsed(Resource[] files) {
    TypeDefinitionRegistry schema = new TypeDefinitionRegistry();
    for (Resource file : files) {
      try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
        schema.merge(new SchemaParser().parse(reader));
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read " + file, e);
      }
    }
    return schema;
  }

  @Bean
  GraphQlSourceBuilderCustomizer generatedTypes(SchemaWiring wiring, List<GraphQlRoom> rooms) {
    return builder -> builder.configureTypeDefinitions(schema -> complete(schema, wiring, rooms));
  }

  /** Without the parsed files, which would stay in memory, a place in a file for every word. */
  @Bean
  GraphQlSourceBuilderCustomizer schemaAlone() {
    var options = SchemaGenerator.Options.defaultOptions().captureAstDefinitions(false);
    return builder ->
        builder.schemaFactory(
            (definitions, wired) ->
                new SchemaGenerator().makeExecutableSchema(options, definitions, wired));
  }

  /** Adds what is generated, and returns the names of the types that have connections. */
  private static Set<String> complete(
      TypeDefinitionRegistry schema, SchemaWiring wiring, List<GraphQlRoom> rooms) {
    InterfaceFields.addTo(schema);
    Set<String> connections = ConnectionTypes.addTo(schema);
    GeneratedFields.addTo(schema, wiring);
    ListInputs.addTo(schema, wiring);
    rooms.forEach(room -> room.define(schema, wiring));
    return connections;
  }

  /** Runs after Spring has added the instrumentations in its own way, and replaces them. */
  @Bean
  GraphQlSourceBuilderCustomizer aroundExecution(
      ObjectProvider<SimplePerformantInstrumentation> parts) {
    return builder ->
        builder.configureGraphQl(
            engine -> engine.instrumentation(new AroundExecution(parts.orderedStream().toList())));
  }

  @Bean
  GraphQlSourceBuilderCustomizer directAnswers(
      ObjectProvider<DataFetcherExceptionResolver> faults,
      ExecutionStrategies strategies,
      SchemaWiring wiring,
      ResultCache cache) {
    return builder ->
        builder.configureGraphQl(
            engine ->
                engine.queryExecutionStrategy(
                    strategies.chosen(
                        DataFetcherExceptionResolver.createExceptionHandler(
                            faults.orderedStream().toList()),
                        new ArgumentChecks(wiring.checks()),
                        new TypeNames(wiring.classes()),
                        new KeptAnswers(cache, wiring.types().recordNames()))));
  }

  @Bean
  RuntimeWiringConfigurer rooms(
      SchemaWiring wiring,
      List<GraphQlRoom> rooms,
      @Value("classpath*:graphql/*.graphqls") Resource[] files) {
    TypeDefinitionRegistry schema = parsed(files);
    complete(schema, wiring, rooms).forEach(node -> Connection.wire(wiring, node));
    wiring
        .classes()
        .forEach(
            (name, javaType) -> {
              ConventionalFields conventional = new ConventionalFields(wiring, name, javaType);
              fields(schema, name).forEach(conventional::wire);
            });
    TypeNames names = new TypeNames(wiring.classes());
    List<String> interfaces = names.interfaces(schema);
    return builder -> {
      Scalars.all().forEach(builder::scalar);
      wiring
          .fetchers()
          .forEach((type, fields) -> builder.type(type, wired -> wired.dataFetchers(cast(fields))));
      interfaces.forEach(type -> builder.type(type, wired -> wired.typeResolver(names)));
    };
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  private static java.util.Map<String, graphql.schema.DataFetcher> cast(
      java.util.Map<String, graphql.schema.DataFetcher<?>> fields) {
    return (java.util.Map) fields;
  }

  private static List<FieldDefinition> fields(TypeDefinitionRegistry schema, String typeName) {
    List<FieldDefinition> fields = new ArrayList<>();
    schema.getTypes(ObjectTypeDefinition.class).stream()
        .filter(type -> type.getName().equals(typeName))
        .forEach(type -> fields.addAll(type.getFieldDefinitions()));
    schema
        .objectTypeExtensions()
        .getOrDefault(typeName, List.of())
        .forEach(extension -> fields.addAll(extension.getFieldDefinitions()));
    return fields;
  }
}

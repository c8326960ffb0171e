package org.stadtstand.graph.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.introspection.IntrospectionQuery;
import graphql.introspection.IntrospectionResultToSchema;
import graphql.language.AstPrinter;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.SchemaPrinter;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.execution.SchemaReport;
import org.stadtstand.ServerTest;
import org.stadtstand.record.listing.ListedType;

/** Schema and code agree: every field is answered, every filter and order exists. */
@ServerTest
@Import(SchemaIT.Inspection.class)
class SchemaIT {

  private static final Set<String> COMPOSED = Set.of("and", "or", "not");

  @Autowired private GraphQlSource source;
  @Autowired private SchemaWiring wiring;
  @Autowired private Inspection inspection;

  @Test
  void everyFieldIsAnswered() {
    SchemaReport report = inspection.report.get();
    assertThat(report).isNotNull();
    assertThat(report.unmappedFields()).isEmpty();
    assertThat(report.unmappedRegistrations()).isEmpty();
    assertThat(report.unmappedArguments()).isEmpty();
    assertThat(report.fieldNullnessErrors()).isEmpty();
  }

  /** Spring does not inspect fetchers of our own, so this test covers what it leaves out. */
  @Test
  void everyFieldHasAFetcherOrAComponentOfItsNullness() {
    List<String> wrong = new ArrayList<>();
    wiring
        .classes()
        .forEach(
            (name, javaType) -> {
              GraphQLObjectType type = source.schema().getObjectType(name);
              for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
                if (!wiring.has(name, field.getName()) && !fits(javaType, field)) {
                  wrong.add(name + "." + field.getName());
                }
              }
            });
    assertThat(wrong).isEmpty();
  }

  private static boolean fits(Class<?> javaType, GraphQLFieldDefinition field) {
    try {
      boolean nullable =
          javaType
              .getDeclaredMethod(field.getName())
              .getAnnotatedReturnType()
              .isAnnotationPresent(org.jspecify.annotations.Nullable.class);
      return !(nullable && GraphQLTypeUtil.isNonNull(field.getType()));
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  @Test
  void everythingIsDescribed() {
    List<String> bare = new ArrayList<>();
    for (GraphQLNamedType type : ownTypes()) {
      Stream.concat(Stream.of(type), parts(type))
          .filter(part -> part.getDescription() == null || part.getDescription().isBlank())
          .forEach(part -> bare.add(type.getName() + "." + part.getName()));
    }
    assertThat(bare).isEmpty();
  }

  @Test
  void filtersOfSchemaAndCodeAreTheSame() {
    for (ListedType<?> type : wiring.types().all()) {
      GraphQLInputObjectType input =
          (GraphQLInputObjectType) source.schema().getType(type.typeName() + "Filter");
      if (input != null) {
        assertThat(
                input.getFields().stream()
                    .map(GraphQLInputObjectField::getName)
                    .filter(name -> !COMPOSED.contains(name)))
            .as("filters of " + type.typeName())
            .containsExactlyInAnyOrderElementsOf(wiring.types().filters(type).keySet());
      }
    }
  }

  @Test
  void ordersOfSchemaAndCodeAreTheSame() {
    for (ListedType<?> type : wiring.types().all()) {
      GraphQLEnumType fields =
          (GraphQLEnumType) source.schema().getType(type.typeName() + "OrderField");
      if (fields != null) {
        assertThat(fields.getValues().stream().map(value -> value.getName()))
            .as("orders of " + type.typeName())
            .containsExactlyInAnyOrderElementsOf(
                type.orders().keySet().stream().filter(name -> !name.contains("#")).toList());
      }
    }
  }

  @Test
  void thePrintedSchemaAndIntrospectionAgree() {
    ExecutionResult introspected =
        GraphQL.newGraphQL(source.schema()).build().execute(IntrospectionQuery.INTROSPECTION_QUERY);
    TypeDefinitionRegistry told =
        new SchemaParser()
            .buildRegistry(new IntrospectionResultToSchema().createSchemaDefinition(introspected));
    TypeDefinitionRegistry printed =
        new SchemaParser().parse(new SchemaPrinter().print(source.schema()));
    assertThat(coordinates(told)).hasSizeGreaterThan(500).isEqualTo(coordinates(printed));
  }

  private static Set<String> coordinates(TypeDefinitionRegistry schema) {
    Set<String> fields = new TreeSet<>();
    Definitions.eachField(
        schema,
        (type, field) -> {
          String place = type + "." + field.getName();
          fields.add(place + ": " + AstPrinter.printAst(field.getType()));
          field
              .getInputValueDefinitions()
              .forEach(
                  argument ->
                      fields.add(
                          place
                              + "("
                              + argument.getName()
                              + ": "
                              + AstPrinter.printAst(argument.getType())));
        });
    return fields;
  }

  private List<GraphQLNamedType> ownTypes() {
    GraphQLSchema schema = source.schema();
    return schema.getAllTypesAsList().stream()
        .filter(type -> !type.getName().startsWith("__"))
        .filter(type -> !Set.of("String", "Int", "Float", "Boolean", "ID").contains(type.getName()))
        .toList();
  }

  private static Stream<? extends GraphQLNamedSchemaElement> parts(GraphQLNamedType type) {
    return switch (type) {
      case GraphQLObjectType object ->
          object.getFieldDefinitions().stream().flatMap(SchemaIT::field);
      case GraphQLInterfaceType face ->
          face.getFieldDefinitions().stream().flatMap(SchemaIT::field);
      case GraphQLInputObjectType input -> input.getFields().stream();
      case GraphQLEnumType values -> values.getValues().stream();
      default -> Stream.empty();
    };
  }

  private static Stream<GraphQLNamedSchemaElement> field(GraphQLFieldDefinition field) {
    return Stream.concat(Stream.of(field), field.getArguments().stream());
  }

  /** Captures the report that Spring otherwise only logs. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Inspection {

    private final AtomicReference<SchemaReport> report = new AtomicReference<>();

    @Bean
    GraphQlSourceBuilderCustomizer inspect(SchemaWiring wiring) {
      return builder ->
          builder.inspectSchemaMappings(
              initializer -> wiring.classes().forEach(initializer::classMapping), report::set);
    }
  }
}

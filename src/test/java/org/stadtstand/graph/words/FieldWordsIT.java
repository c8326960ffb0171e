package org.stadtstand.graph.words;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import org.stadtstand.ServerTest;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.RecordTypes;

/** Every field of the schema is called something in both languages. */
@ServerTest
class FieldWordsIT {

  /** Where a page stands is no column. */
  private static final Set<String> NO_COLUMN = Set.of("pageInfo");

  @Autowired private GraphQlSource source;
  @Autowired private RecordTypes types;
  @Autowired private FieldWords words;

  @Test
  void everyFieldHasWordsInBothLanguages() {
    List<String> fields = objects().flatMap(FieldWordsIT::fields).toList();
    List<String> wordless = fields.stream().filter(field -> !isCalled(field)).toList();
    assertThat(fields).hasSizeGreaterThan(1_000);
    assertThat(wordless).isEmpty();
  }

  @Test
  void everyDeliveredColumnIsCalledSomething() {
    List<String> uncalled =
        types.all().stream()
            .flatMap(
                type ->
                    type.columns().stream()
                        .filter(
                            column ->
                                column.label(Language.DE).equals(column.name().replace('_', ' ')))
                        .map(column -> type.table() + "." + column.name()))
            .toList();
    assertThat(uncalled).isEmpty();
  }

  @Test
  void aDeliveredColumnHasItsWordsWhereItIsDeclared() {
    List<String> twice =
        types.all().stream()
            .flatMap(
                type ->
                    type.columns().stream().map(column -> type.typeName() + "." + column.field()))
            .filter(this::isDeclaredInTheSchema)
            .toList();
    assertThat(types.all()).isNotEmpty();
    assertThat(twice).isEmpty();
  }

  @Test
  void aFieldBesideAnotherTakesItsWords() {
    assertThat(words("Project.slippageDays"))
        .contains(text("Verschiebung in Tagen", "slippage in days"));
    assertThat(words("ProjectAggregates.slippageDays")).isEqualTo(words("Project.slippageDays"));
    assertThat(words("ProjectKeys.leadUnitLabel"))
        .contains(text("federführende Stelle", "lead unit"));
    assertThat(words("ProjectKeys.leadUnitAbsent"))
        .contains(text("federführende Stelle: warum nicht", "lead unit: why not"));
    assertThat(words("Project.plannedEndPrecision"))
        .contains(text("geplantes Ende: wie genau", "planned end: how exactly"));
    assertThat(words("Project.statusCitation")).contains(text("Status: Beleg", "status: evidence"));
  }

  @Test
  void whatIsNotInTheSchemaHasNoWords() {
    assertThat(words("Project.nothing")).isEmpty();
    assertThat(words("Nothing.status")).isEmpty();
    assertThat(words("Project.Label")).isEmpty();
  }

  private static Text text(String de, String en) {
    return new Text(de, en);
  }

  private Stream<GraphQLObjectType> objects() {
    return source.schema().getAllTypesAsList().stream()
        .filter(GraphQLObjectType.class::isInstance)
        .map(GraphQLObjectType.class::cast)
        .filter(type -> !type.getName().startsWith("__"));
  }

  private static Stream<String> fields(GraphQLObjectType type) {
    return type.getFieldDefinitions().stream()
        .map(GraphQLFieldDefinition::getName)
        .filter(field -> !NO_COLUMN.contains(field))
        .map(field -> type.getName() + "." + field);
  }

  private boolean isCalled(String field) {
    return words(field)
        .filter(words -> !words.de().isBlank() && words.en() != null && !words.en().isBlank())
        .isPresent();
  }

  private Optional<Text> words(String field) {
    String[] parts = field.split("\\.");
    return words.of(parts[0], parts[1]);
  }

  private boolean isDeclaredInTheSchema(String field) {
    String[] parts = field.split("\\.");
    GraphQLObjectType type = source.schema().getObjectType(parts[0]);
    GraphQLFieldDefinition declared = type == null ? null : type.getFieldDefinition(parts[1]);
    return declared != null && declared.hasAppliedDirective(FieldWords.CALLED);
  }
}

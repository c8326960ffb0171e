package org.stadtstand.city.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnmodifiedType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import org.stadtstand.Questions;
import org.stadtstand.ServerTest;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.ListedTypes;
import tools.jackson.databind.JsonNode;

/**
 * A figure that follows from other rows than its record's own is cited with those rows' sources.
 */
@ServerTest
class DerivedCitationsIT {

  /** Fields that say which record it is and where it comes from, not how things stand. */
  private static final Set<String> NO_FACTS =
      Set.of(
          "id",
          "key",
          "withheld",
          "citation",
          "sourceUrl",
          "note",
          "translation",
          "title",
          "eventKind",
          "effectiveOn",
          "quotation",
          "listed");

  @Autowired private Questions questions;
  @Autowired private GraphQlSource source;
  @Autowired private ListedTypes types;

  @Test
  void everyFieldThatIsNoColumnOfItsRowHasACitationOfItsOwn() {
    List<String> without =
        objectTypes(source.schema())
            .flatMap(
                type ->
                    type.getFieldDefinitions().stream()
                        .filter(field -> isFact(type, field))
                        .filter(
                            field -> type.getFieldDefinition(field.getName() + "Citation") == null)
                        .map(field -> type.getName() + "." + field.getName()))
            .toList();
    assertThat(without).isEmpty();
  }

  @Test
  void theRuleFindsTheFieldsItIsAbout() {
    assertThat(
            objectTypes(source.schema())
                .flatMap(
                    type ->
                        type.getFieldDefinitions().stream()
                            .filter(field -> isFact(type, field))
                            .map(field -> type.getName() + "." + field.getName())))
        .contains(
            "Target.outcome",
            "Target.sentence",
            "Project.status",
            "Project.overdueDays",
            "PublicService.onlineApplication",
            "SelectionProgress.endToEnd")
        .doesNotContain("Target.targetValue", "Project.plannedEnd", "Claim.value");
  }

  private static Stream<GraphQLObjectType> objectTypes(GraphQLSchema schema) {
    return Stream.concat(
        schema
            .getImplementations((graphql.schema.GraphQLInterfaceType) schema.getType("Fact"))
            .stream(),
        Stream.of(schema.getObjectType("SelectionProgress")));
  }

  private boolean isFact(GraphQLObjectType type, GraphQLFieldDefinition field) {
    GraphQLUnmodifiedType value = GraphQLTypeUtil.unwrapAll(field.getType());
    String name = field.getName().replaceFirst("(Label|Precision)$", "");
    return (value instanceof GraphQLScalarType || value instanceof GraphQLEnumType)
        && !field.getName().endsWith("Citation")
        && !NO_FACTS.contains(name)
        && !name.equals("on")
        && name.equals(field.getName())
        && !columns(type.getName()).contains(name);
  }

  private Set<String> columns(String typeName) {
    ListedType<?> type = types.find(typeName);
    return type == null || type.recordType() == null
        ? Set.of()
        : type.recordType().columns().stream().map(Column::field).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"duesseldorf", "musterstadt"})
  void aStatusIsCitedAsTheEventThatSetIt(String city) {
    List<JsonNode> projects =
        nodes(
            "projects(municipality: \"%s\", first: 200)".formatted(city),
            "key statusCitation daysInStatusCitation statusSince"
                + " statusChanges(first: 200) { nodes { effectiveOn status citation } }");
    assertThat(projects).anyMatch(project -> !project.at("/statusChanges/nodes").isEmpty());
    for (JsonNode project : projects) {
      List<JsonNode> changes = project.at("/statusChanges/nodes").valueStream().toList();
      assertThat(project.get("statusCitation").asString(null))
          .as(project.get("key").asString())
          .isEqualTo(changes.isEmpty() ? null : changes.getLast().get("citation").asString());
      if (changes.size() == 1) {
        assertThat(project.get("daysInStatusCitation")).isEqualTo(project.get("statusCitation"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"duesseldorf", "musterstadt"})
  void anAnswerOfAServiceIsCitedAsItsAssessment(String city) {
    List<JsonNode> services =
        nodes(
            "services(municipality: \"%s\", first: 200)".formatted(city),
            "key onlineApplicationCitation endToEndCitation currentAssessment { citation }");
    assertThat(services).anyMatch(service -> service.get("currentAssessment").isObject());
    for (JsonNode service : services) {
      String expected = service.at("/currentAssessment/citation").asString(null);
      assertThat(service.get("onlineApplicationCitation").asString(null)).isEqualTo(expected);
      assertThat(service.get("endToEndCitation").asString(null)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"duesseldorf", "musterstadt"})
  void anOutcomeIsCitedAsPromiseAndBasis(String city) {
    List<JsonNode> targets =
        nodes(
            "targets(municipality: \"%s\", first: 200)".formatted(city),
            "key sentenceCitation outcomeCitation sources { title }"
                + " outcomeBasis { sources { title } } latest { sources { title } }");
    assertThat(targets).anyMatch(target -> target.get("outcomeBasis").isObject());
    for (JsonNode target : targets) {
      assertThat(titles(target, "/sources", "/outcomeBasis/sources"))
          .isNotEmpty()
          .allMatch(target.get("outcomeCitation").asString()::contains);
      assertThat(titles(target, "/sources", "/latest/sources"))
          .isNotEmpty()
          .allMatch(target.get("sentenceCitation").asString()::contains);
    }
  }

  @Test
  void noFigureHasTheCitationOfAnother() {
    // The first question must not answer the second: services without identifiers have none.
    nodes("services(municipality: \"musterstadt\", first: 200)", "leikaKeyCitation");
    assertThat(
            nodes(
                "services(municipality: \"musterstadt\", first: 200)",
                "onlineApplication onlineApplicationCitation"))
        .isNotEmpty()
        .noneMatch(
            service ->
                !service.get("onlineApplication").isNull()
                    && service.get("onlineApplicationCitation").isNull());
  }

  @Test
  void aCitationIsOfTheDayOfItsFigure() {
    JsonNode target =
        questions
            .data(
                "{ target(key: \"inf-1\") { then: outcomeCitation(on: \"2024-12-31\")"
                    + " now: outcomeCitation english: outcomeCitation(lang: EN) } }")
            .get("target");
    assertThat(target.get("now").asString()).contains("3. Dezember 2025");
    assertThat(target.get("then").asString()).doesNotContain("2025");
    assertThat(target.get("english").asString()).contains("3 December 2025");
  }

  @Test
  void whatRestsOnNothingHasNoCitation() {
    JsonNode data =
        questions.data(
            "{ projects(filter: {status: {isNull: true}}) { nodes { statusCitation } } }");
    assertThat(data.at("/projects/nodes").findValues("statusCitation"))
        .isNotEmpty()
        .allMatch(JsonNode::isNull);
  }

  private List<JsonNode> nodes(String list, String fields) {
    return questions
        .data("{ list: %s { nodes { %s } } }".formatted(list, fields))
        .at("/list/nodes")
        .valueStream()
        .toList();
  }

  private static List<String> titles(JsonNode target, String... sources) {
    return Stream.of(sources)
        .flatMap(path -> target.at(path).valueStream())
        .map(source -> source.get("title").asString())
        .toList();
  }
}

package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLFieldDefinition;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.stadtstand.ground.database.TestDatabase;
import org.stadtstand.ground.text.Precision;
import org.stadtstand.record.declaration.RecordTypes;
import tools.jackson.databind.JsonNode;

/**
 * Every sentence, label and citation can be pasted unchecked: of both cities, and of one whose
 * dates are known in every way, whose figures are of every nature and whose words are half
 * paraphrased. Fields and tables are walked as they are declared.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({FixedDay.class, Questions.class})
@DirtiesContext
class ProofreadAnswersIT {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final int ROWS = 200;
  private static final int FIGURES = 190;
  private static final TestDatabase DATABASE = TestDatabase.fresh();

  private static final Map<String, PublishedDays> DAYS = new ConcurrentHashMap<>();

  @TempDir private static Path folder;

  @Autowired private Questions questions;
  @Autowired private GraphQlSource engine;
  @Autowired private RecordTypes types;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    registry.add("spring.datasource.url", DATABASE::url);
    registry.add("spring.datasource.username", DATABASE::user);
    registry.add("spring.datasource.password", DATABASE::password);
    registry.add(
        "ingest.packages",
        () -> "seed-data/duesseldorf,seed-data/musterstadt," + ImpreciseCity.write(folder));
    for (String limit : List.of("fields", "aliases", "rows", "document-characters")) {
      registry.add("limits." + limit, () -> "10000000");
    }
    registry.add("rate.units", () -> "0");
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"musterstadt", ImpreciseCity.KEY})
  void everyDeliveryIsPublished(String city) {
    assertThat(
            questions
                .data("{ releases(municipality: \"%s\") { totalCount } }".formatted(city))
                .at("/releases/totalCount")
                .asInt())
        .isEqualTo(9);
  }

  @Test
  void thereAreEnoughRowsOfEachPrecisionAndNature() {
    Map<String, Integer> counts = new HashMap<>(days(ImpreciseCity.KEY).counts);
    days("musterstadt").counts.forEach((name, count) -> counts.merge(name, count, Integer::sum));
    for (Precision precision : Precision.values()) {
      assertThat(counts.get(precision.name())).as(precision.name()).isGreaterThanOrEqualTo(ROWS);
    }
    types.all().stream()
        .flatMap(type -> type.columns().stream())
        .filter(column -> column.name().equals("nature"))
        .flatMap(column -> column.allowed().stream())
        .forEach(
            nature ->
                assertThat(counts.get("nature " + nature))
                    .as(nature)
                    .isGreaterThanOrEqualTo(FIGURES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"duesseldorf", "musterstadt", ImpreciseCity.KEY})
  void everythingThatIsAnsweredCanBePasted(String city) {
    ProofreadJson reader = new ProofreadJson(days(city).reader(TODAY, LocalDate.of(2025, 7, 31)));
    WholeSelection selection = new WholeSelection(engine.schema());
    for (GraphQLFieldDefinition field : engine.schema().getQueryType().getFieldDefinitions()) {
      if (SchemaWays.isFree(field)
          && !SchemaWays.isLeaf(field)
          && field.getArgument("municipality") != null) {
        String inner = selection.of(WholeSelection.type(field), 1);
        Map<String, String> arguments = new HashMap<>();
        arguments.put("municipality", "\"" + city + "\"");
        arguments.put("first", "100");
        String cursor = "";
        while (cursor != null) {
          JsonNode answer =
              questions.data(
                  "{ %s%s { %s %s } }"
                      .formatted(
                          field.getName(),
                          SchemaWays.arguments(field, arguments),
                          inner,
                          WholeSelection.isConnection(field)
                              ? "pageInfo { hasNextPage endCursor }"
                              : ""));
          reader.read(city, answer);
          JsonNode page = answer.at("/" + field.getName() + "/pageInfo");
          cursor =
              page.path("hasNextPage").asBoolean(false) ? page.get("endCursor").asString() : null;
          arguments.put("after", "\"" + cursor + "\"");
        }
      }
    }
    assertThat(reader.faults()).isEmpty();
    assertThat(reader.texts()).isGreaterThan(1000);
  }

  private PublishedDays days(String city) {
    return DAYS.computeIfAbsent(
        city, key -> new PublishedDays(DATABASE.publishing().jdbc(), types, key));
  }
}

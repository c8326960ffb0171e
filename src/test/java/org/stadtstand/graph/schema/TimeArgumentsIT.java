package org.stadtstand.graph.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import org.stadtstand.Questions;
import org.stadtstand.ServerTest;
import tools.jackson.databind.JsonNode;

/** Root fields take the two time arguments, versioned types offer their earlier selves. */
@ServerTest
class TimeArgumentsIT {

  private static final Set<String> BOTH = Set.of("knownAt", "on");

  /** Root fields with time arguments other than the two, and why. */
  private static final Map<String, Set<String>> OTHERS =
      Map.of(
          // An id includes its state.
          "node", Set.of(),
          "nodes", Set.of(),
          // A release is not about a day.
          "release", Set.of("knownAt"),
          "releases", Set.of("knownAt"),
          // Changes between states: these fields name the states themselves.
          "changes", Set.of("knownAt"),
          "compare", Set.of(),
          // What is withheld is withheld from every state.
          "redactions", Set.of());

  private static final Set<String> REQUIRED_ELSEWHERE = Set.of("search");

  @Autowired private GraphQlSource source;
  @Autowired private Questions questions;
  private GraphQLSchema schema;

  @BeforeEach
  void read() {
    schema = source.schema();
  }

  private List<GraphQLFieldDefinition> roots() {
    return schema.getQueryType().getFieldDefinitions();
  }

  private static Set<String> times(GraphQLFieldDefinition field) {
    Set<String> names = new java.util.TreeSet<>();
    field.getArguments().stream()
        .map(GraphQLArgument::getName)
        .filter(BOTH::contains)
        .forEach(names::add);
    return names;
  }

  @Test
  void everyRootFieldTakesBothTimes() {
    for (GraphQLFieldDefinition root : roots()) {
      assertThat(times(root))
          .as(root.getName())
          .isEqualTo(OTHERS.getOrDefault(root.getName(), BOTH));
    }
  }

  @Test
  void everyVersionedTypeHasItsEarlierSelf() {
    List<GraphQLObjectType> versioned =
        schema.getImplementations(
            java.util.Objects.requireNonNull(
                (graphql.schema.GraphQLInterfaceType) schema.getType("Versioned")));
    assertThat(versioned).hasSizeGreaterThan(20);
    for (GraphQLObjectType type : versioned) {
      GraphQLFieldDefinition asKnown = type.getFieldDefinition("asKnown");
      assertThat(asKnown).as(type.getName()).isNotNull();
      assertThat(GraphQLTypeUtil.simplePrint(asKnown.getType())).isEqualTo(type.getName());
      assertThat(GraphQLTypeUtil.simplePrint(asKnown.getArgument("at").getType()))
          .isEqualTo("Moment!");
    }
  }

  private Stream<GraphQLFieldDefinition> lists() {
    return roots().stream()
        .filter(root -> GraphQLTypeUtil.simplePrint(root.getType()).endsWith("Connection!"))
        .filter(root -> times(root).equals(BOTH))
        .filter(root -> !REQUIRED_ELSEWHERE.contains(root.getName()));
  }

  @Test
  void beforeTheFirstReleaseEveryListIsEmptyAndEveryLookupNull() {
    lists()
        .map(GraphQLFieldDefinition::getName)
        .forEach(
            name -> {
              JsonNode list =
                  questions
                      .data(
                          "{ %s(knownAt: \"2020-01-01\") { totalCount nodes { __typename } } }"
                              .formatted(name))
                      .get(name);
              assertThat(list.get("totalCount").asInt()).as(name).isZero();
              assertThat(list.get("nodes")).as(name).isEmpty();
            });
    for (GraphQLFieldDefinition root : roots()) {
      if (root.getArgument("key") != null && times(root).contains("knownAt")) {
        String key = root.getName().equals("municipality") ? "musterstadt" : "x";
        assertThat(
                questions
                    .data(
                        "{ found: %s(key: \"%s\", knownAt: \"2020-01-01\") { key } }"
                            .formatted(root.getName(), key))
                    .get("found")
                    .isNull())
            .as(root.getName())
            .isTrue();
      }
    }
  }

  @Test
  void theFutureIsRefusedEverywhere() {
    lists()
        .map(GraphQLFieldDefinition::getName)
        .forEach(
            name ->
                assertThat(
                        questions.code(
                            "{ %s(knownAt: \"2026-11-23\") { totalCount } }".formatted(name)))
                    .as(name)
                    .isEqualTo("FUTURE_MOMENT"));
    assertThat(
            questions.code(
                "{ projects(first: 1) { nodes { asKnown(at: \"2027-01-01T00:00:00Z\") { key } } }"
                    + " }"))
        .isEqualTo("FUTURE_MOMENT");
  }

  @Test
  void thenAndNowStandInOneRow() {
    lists()
        .filter(
            root -> root.getArgument("municipality") != null && !root.getName().equals("releases"))
        .filter(root -> !root.getName().equals("statusHistory"))
        .map(GraphQLFieldDefinition::getName)
        .forEach(
            name -> {
              JsonNode row =
                  questions
                      .data(
                          """
                          { %s(municipality: "musterstadt", first: 1) { nodes { id
                            same: asKnown(at: "2026-11-22") { id key municipality { key } }
                            never: asKnown(at: "2020-01-01") { key } } } }
                          """
                              .formatted(name))
                      .at("/" + name + "/nodes/0");
              assertThat(row.get("never").isNull()).as(name).isTrue();
              assertThat(row.at("/same/municipality/key").asString()).isEqualTo("musterstadt");
              assertThat(row.at("/same/id").asString()).isNotEqualTo(row.get("id").asString());
            });
  }

  static List<String> states() {
    return List.of(
        "knownAt: \"2022-07-01\"",
        "knownAt: \"2023-07-01\"",
        "knownAt: \"2025-01-31\", on: \"2023-03-31\"",
        "on: \"2024-06-30\"",
        "knownAt: \"2026-11-22\"");
  }

  private JsonNode at(String state, String rest) {
    return questions.data(rest.replace("$state", "municipality: \"musterstadt\", " + state));
  }

  @ParameterizedTest
  @MethodSource("states")
  void whatIsNestedIsWhatALinkFilterFinds(String state) {
    JsonNode areas =
        at(
                state,
                "{ focusAreas($state) { nodes { key projects { totalCount } targets { totalCount }"
                    + " } } }")
            .at("/focusAreas/nodes");
    int all = 0;
    for (JsonNode area : areas) {
      String filter = "filter: {focusArea: {eq: \"%s\"}}".formatted(area.get("key").asString());
      JsonNode found =
          at(
              state,
              "{ projects($state, %s) { totalCount } targets($state, %s) { totalCount } }"
                  .formatted(filter, filter));
      assertThat(area.at("/projects/totalCount")).isEqualTo(found.at("/projects/totalCount"));
      assertThat(area.at("/targets/totalCount")).isEqualTo(found.at("/targets/totalCount"));
      all += area.at("/projects/totalCount").asInt();
    }
    int none =
        at(state, "{ projects($state, filter: {focusArea: {isNull: true}}) { totalCount } }")
            .at("/projects/totalCount")
            .asInt();
    assertThat(all + none)
        .isEqualTo(
            at(state, "{ projects($state) { totalCount } }").at("/projects/totalCount").asInt());
  }

  @ParameterizedTest
  @MethodSource("states")
  void pagesAreOneOrderedListOfTheState(String state) {
    List<String> keys = new java.util.ArrayList<>();
    List<String> ends = new java.util.ArrayList<>();
    String after = "";
    int total;
    boolean more;
    do {
      JsonNode list =
          at(
                  state,
                  """
                  { projects($state, first: 90, orderBy: [{field: PLANNED_END}], filter: {status: {isNull: false}}%s) {
                    totalCount pageInfo { hasNextPage endCursor } nodes { id key status plannedEnd } } }
                  """
                      .formatted(after))
              .get("projects");
      total = list.get("totalCount").asInt();
      list.get("nodes").forEach(node -> keys.add(node.get("key").asString()));
      list.get("nodes").forEach(node -> ends.add(node.get("plannedEnd").asString("9999")));
      more = list.at("/pageInfo/hasNextPage").asBoolean();
      after = ", after: \"" + list.at("/pageInfo/endCursor").asString() + "\"";
    } while (more);
    assertThat(keys).hasSize(total).doesNotHaveDuplicates();
    assertThat(total).isPositive();
    assertThat(ends).isSorted();
  }

  @ParameterizedTest
  @MethodSource("states")
  void anIdGivesTheSameStateAgain(String state) {
    JsonNode nodes =
        at(
                state,
                """
                { projects($state, first: 20, orderBy: [{field: STATUS_SINCE, direction: DESC}]) { nodes {
                  id key status daysInStatus plannedEnd slippageDays } } }
                """)
            .at("/projects/nodes");
    for (JsonNode node : nodes) {
      JsonNode again =
          questions
              .data(
                  "{ node(id: \"%s\") { id ... on Project { key status daysInStatus plannedEnd slippageDays } } }"
                      .formatted(node.get("id").asString()))
              .get("node");
      assertThat(again).isEqualTo(node);
    }
  }
}

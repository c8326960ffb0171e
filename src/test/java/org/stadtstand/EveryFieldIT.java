package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import tools.jackson.databind.JsonNode;

/** Every field of every type is answered when it is asked for alone, in whatever state. */
@ServerTest
class EveryFieldIT {

  private static final List<Map<String, String>> STATES =
      List.of(
          Map.of(),
          Map.of("on", "\"2025-12-31\""),
          Map.of("knownAt", "\"2025-12-31\""),
          Map.of("knownAt", "\"2026-06-30T12:00:00+02:00\"", "on", "\"2031-01-01\""),
          Map.of("knownAt", "\"1999-01-01\""));

  /** The packages withhold nothing, and the groups made here have no periods and classes. */
  private static final Set<String> ABSENT =
      Set.of("Redaction", "RedactionEdge", "Period", "NumberRange");

  /** The lengths of the root list with which a record of a type is looked for. */
  private static final List<String> LENGTHS = List.of("3", "150");

  @Autowired private Questions questions;
  @Autowired private GraphQlSource engine;
  private SchemaWays ways;

  @BeforeEach
  void findWays() {
    ways = new SchemaWays(engine.schema());
  }

  @Test
  void isReachedInTheDemoCity() {
    Set<String> missed =
        ways.types().stream()
            .filter(type -> reached(type, "musterstadt") == null)
            .map(GraphQLObjectType::getName)
            .collect(Collectors.toSet());
    assertThat(missed).isEqualTo(ABSENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"duesseldorf", "musterstadt"})
  void isAnsweredAloneAsAmongOthers(String municipality) {
    List<String> wrong = new ArrayList<>();
    for (GraphQLObjectType type : ways.types()) {
      Reached reached = reached(type, municipality);
      if (reached != null) {
        STATES.forEach(state -> look(type, reached.way(), with(reached.state(), state), wrong));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"duesseldorf", "musterstadt"})
  void isFoundByItsKey(String municipality) {
    for (GraphQLFieldDefinition lookup : engine.schema().getQueryType().getFieldDefinitions()) {
      if (lookup.getArgument("key") != null) {
        GraphQLObjectType type = (GraphQLObjectType) GraphQLTypeUtil.unwrapAll(lookup.getType());
        Reached reached = reached(type, municipality);
        if (reached != null) {
          String all = reached.way().document(type, "key __typename", reached.state());
          JsonNode key = reached.way().values(questions.data(all), "key").getFirst();
          JsonNode found =
              questions.data(
                  "{ %s%s { key } }"
                      .formatted(
                          lookup.getName(),
                          SchemaWays.arguments(
                              lookup, with(reached.state(), Map.of("key", key.toString())))));
          assertThat(found.at("/" + lookup.getName() + "/key")).isEqualTo(key);
        }
      }
    }
  }

  private static Map<String, String> with(Map<String, String> state, Map<String, String> more) {
    Map<String, String> all = new HashMap<>(state);
    all.putAll(more);
    return all;
  }

  /** The first way on which the city has a record of the type; null if it has none. */
  private @Nullable Reached reached(GraphQLObjectType type, String municipality) {
    for (String length : LENGTHS) {
      Map<String, String> state =
          Map.of("municipality", "\"" + municipality + "\"", "first", length);
      for (SchemaWays.Way way : ways.to(type)) {
        JsonNode data = questions.data(way.document(type, "__typename", state));
        if (way.values(data, "__typename").stream()
            .anyMatch(name -> name.asString().equals(type.getName()))) {
          return new Reached(way, state);
        }
      }
    }
    return null;
  }

  private record Reached(SchemaWays.Way way, Map<String, String> state) {}

  private void look(
      GraphQLObjectType type, SchemaWays.Way way, Map<String, String> state, List<String> wrong) {
    String all = String.join(" ", SchemaWays.leaves(type));
    JsonNode together =
        all.isEmpty() ? null : asked(way.document(type, all, state), wrong).path("data");
    for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
      if (!SchemaWays.isFree(type, field)) {
        continue;
      }
      String selection =
          field.getName()
              + SchemaWays.arguments(field, way.steps().isEmpty() ? state : Map.of())
              + SchemaWays.least(field);
      JsonNode alone = asked(way.document(type, selection, state), wrong).path("data");
      if (together != null
          && SchemaWays.isLeaf(field)
          && !way.values(alone, field.getName()).equals(way.values(together, field.getName()))) {
        wrong.add(type.getName() + "." + field.getName() + " differs alone in " + state);
      }
    }
  }

  private JsonNode asked(String document, List<String> wrong) {
    JsonNode answer = questions.ask(document);
    if (answer.has("errors")) {
      wrong.add(document + ": " + answer.at("/errors/0"));
    }
    return answer;
  }
}

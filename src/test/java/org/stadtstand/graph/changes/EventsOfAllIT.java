package org.stadtstand.graph.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.stadtstand.graph.changes.ChangingCity.Move;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;
import tools.jackson.databind.JsonNode;

/** The events of all cities are those of each, whatever they are found by, in one order. */
class EventsOfAllIT {

  private static final String ASKED =
      """
      { statusHistory(municipality: "%s", %s, %s, filter: {effectiveOn: {gte: "2025-12-22"}}) {
          nodes { id effectiveOn ordinal ... on ProjectStatusChange { municipality { key } } }
          pageInfo { endCursor hasNextPage startCursor hasPreviousPage } } }
      """;

  private static final Comparator<JsonNode> ORDER =
      Comparator.comparing((JsonNode event) -> event.get("effectiveOn").asString())
          .thenComparing(event -> event.get("ordinal").asInt());

  @Property(tries = 2, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void theyAreThoseOfEachCity(
      @ForAll("histories") List<List<Move>> one,
      @ForAll("histories") List<List<Move>> other,
      @ForAll @IntRange(min = 4, max = 20) int day,
      @ForAll @IntRange(min = 3, max = 30) int page)
      throws Exception {
    List<ChangingCity> cities = List.of(ChangingCity.published(one), ChangingCity.published(other));
    String on = "on: \"%s\"".formatted(ChangingCity.FIRST_DAY.plusDays(day));
    String then = ", knownAt: \"%s\"".formatted(cities.getLast().days.get(2));
    for (String state : List.of(on, on + then)) {
      List<JsonNode> all = pages(state, "first: " + page, "after", "endCursor", "hasNextPage");
      assertThat(all).isSortedAccordingTo(ORDER);
      List<JsonNode> back =
          pages(state, "last: " + page, "before", "startCursor", "hasPreviousPage");
      assertThat(back).isEqualTo(all);
      assertThat(municipalities(state)).isGreaterThanOrEqualTo(cities.size());
      for (ChangingCity city : cities) {
        List<JsonNode> own =
            all.stream()
                .filter(event -> event.at("/municipality/key").asString().equals(city.key))
                .toList();
        assertThat(own).isEqualTo(list(ask(city.key, state, "first: 200")));
      }
    }
  }

  /** A table that lacks it would make the list read and sort all events of all cities. */
  @Example
  void eachTableOfEventsHasAnIndexInTheirOrder() {
    List<RecordType> events =
        OwnServer.application().getBean(RecordTypes.class).all().stream()
            .filter(RecordType::isEvent)
            .toList();
    assertThat(events).hasSizeGreaterThan(1);
    for (RecordType event : events) {
      String effective = Objects.requireNonNull(event.effective());
      String day = event.column(effective).orElseThrow().stored().getLast();
      assertThat(OwnServer.indexes(event.table()))
          .as(event.table())
          .anyMatch(index -> index.endsWith("(%s, ordinal, record)".formatted(day)));
    }
  }

  @Provide
  Arbitrary<List<List<Move>>> histories() {
    return ChangingCity.histories();
  }

  /** The whole list, page by page, in its order. */
  private static List<JsonNode> pages(
      String state, String page, String from, String cursor, String more) {
    List<JsonNode> all = new ArrayList<>();
    JsonNode answer = ask("ALL", state, page);
    while (true) {
      all.addAll(from.equals("before") ? 0 : all.size(), list(answer));
      if (!answer.at("/statusHistory/pageInfo/" + more).asBoolean()) {
        return all;
      }
      String at = answer.at("/statusHistory/pageInfo/" + cursor).asString();
      answer = ask("ALL", state, page + ", %s: \"%s\"".formatted(from, at));
    }
  }

  /** How many the price of the question is for. */
  private static int municipalities(String state) {
    return OwnServer.questions()
        .ask(ASKED.formatted("ALL", state, "last: 1"))
        .at("/extensions/cost/municipalities")
        .asInt();
  }

  private static JsonNode ask(String municipality, String state, String page) {
    return OwnServer.questions().data(ASKED.formatted(municipality, state, page));
  }

  private static List<JsonNode> list(JsonNode answer) {
    return answer.at("/statusHistory/nodes").valueStream().toList();
  }
}

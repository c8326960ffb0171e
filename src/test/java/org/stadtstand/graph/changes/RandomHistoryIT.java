package org.stadtstand.graph.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.changes.ChangingCity.Kind;
import org.stadtstand.graph.changes.ChangingCity.Move;
import org.stadtstand.graph.changes.ChangingCity.State;
import tools.jackson.databind.JsonNode;

/**
 * For any sequence of deliveries, corrections, withdrawals, back-dated events, relistings and
 * revocations of any release, queried over the API, every state, the feed of changes, every
 * comparison and every saved cursor agree with a plain model of the same sequence.
 */
class RandomHistoryIT {

  private static final String RECORD =
      "{ __typename ... on Project { title plannedEnd } ... on ProjectStatusChange"
          + " { status effectiveOn project { key } } }";

  @Property(tries = 8, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void everythingTellsTheSame(
      @ForAll("histories") List<List<Move>> history,
      @ForAll @IntRange(min = 1, max = 7) int pageSize)
      throws Exception {
    ChangingCity city = new ChangingCity();
    List<JsonNode> polled = new ArrayList<>();
    List<String> begun = new ArrayList<>();
    String cursor = "";
    for (List<Move> moves : history) {
      city.publish(moves);
      cursor = poll(city, cursor, pageSize, polled);
      begun.add(firstPage(city));
    }
    for (int release = 1; release <= city.release(); release++) {
      for (int day : new int[] {5, 14}) {
        readsTheState(city, release, ChangingCity.FIRST_DAY.plusDays(day));
      }
    }
    List<JsonNode> whole = new ArrayList<>();
    poll(city, "", 200, whole);
    assertThat(polled).as("what a client polled").isEqualTo(whole);
    for (int release = 1; release <= city.release(); release++) {
      continues(city, release, begun.get(release - 1));
    }
    for (int kept = 0; kept < whole.size(); kept += 1 + whole.size() / 4) {
      List<JsonNode> rest = new ArrayList<>();
      poll(city, whole.get(kept).get("cursor").asString(), pageSize, rest);
      assertThat(rest).as("after a cursor that was kept").isEqualTo(rest(whole, kept + 1));
    }
    replays(city, whole);
    Set<String> listed = new TreeSet<>();
    city.states.forEach(state -> listed.addAll(state.keys("PROJECT")));
    listed.forEach(key -> listsVersions(city, key, pageSize));
    for (int from = 1; from <= city.release(); from++) {
      compares(city, from, Math.min(from + 1, city.release()), pageSize);
      compares(city, from, city.release(), pageSize);
    }
  }

  /** A project that left with a corrected event, came back, and whose return is taken back. */
  @Example
  void aCorrectionDoesNotHoldWhatItCorrected() throws Exception {
    everythingTellsTheSame(
        List.of(
            List.of(new Move(Kind.LIST, 0, 4), new Move(Kind.LIST, 2, 7)),
            List.of(new Move(Kind.HAPPEN, 2, 4)),
            List.of(new Move(Kind.CORRECT, 0, 3)),
            List.of(new Move(Kind.DROP, 2, 0)),
            List.of(new Move(Kind.LIST, 2, 8)),
            List.of(new Move(Kind.REVOKE, 0, 0))),
        3);
  }

  /** Events that were taken back, whose project left, and that are given back. */
  @Example
  void anEventDoesNotComeBackWithoutItsProject() throws Exception {
    everythingTellsTheSame(
        List.of(
            List.of(new Move(Kind.LIST, 2, 9)),
            List.of(new Move(Kind.LIST, 1, 8)),
            List.of(new Move(Kind.HAPPEN, 1, 7)),
            List.of(new Move(Kind.REVOKE, 0, 0)),
            List.of(new Move(Kind.DROP, 1, 0)),
            List.of(new Move(Kind.REVOKE, 1, 0))),
        3);
  }

  @Provide
  Arbitrary<List<List<Move>>> histories() {
    return ChangingCity.histories();
  }

  private static JsonNode ask(String document, Object... values) {
    return OwnServer.questions().data(document.formatted(values));
  }

  private static String poll(ChangingCity city, String cursor, int size, List<JsonNode> changes) {
    String after = cursor;
    JsonNode page;
    do {
      page =
          ask(
                  "{ changes(municipality: \"%s\", first: %d%s) { edges { cursor node { kind type"
                      + " key field after release { number } record %s } } pageInfo {"
                      + " hasNextPage endCursor } } }",
                  city.key, size, after.isEmpty() ? "" : ", after: \"" + after + "\"", RECORD)
              .get("changes");
      page.get("edges").forEach(changes::add);
      after = page.at("/pageInfo/endCursor").asString();
    } while (page.at("/pageInfo/hasNextPage").asBoolean());
    return after;
  }

  private static List<JsonNode> rest(List<JsonNode> whole, int from) {
    return whole.subList(from, whole.size());
  }

  /** The cursor after the first project; empty if there is none. */
  private static String firstPage(ChangingCity city) {
    return ask("{ projects(municipality: \"%s\", first: 1) { pageInfo { endCursor } } }", city.key)
        .at("/projects/pageInfo/endCursor")
        .asString("");
  }

  /** A list started before later publications continues in the state in which it was started. */
  private static void continues(ChangingCity city, int release, String cursor) {
    List<String> expected = new ArrayList<>(city.states.get(release).keys("PROJECT"));
    if (cursor.isEmpty()) {
      assertThat(expected).isEmpty();
      return;
    }
    JsonNode first =
        ask(
            "{ projects(municipality: \"%s\", knownAt: \"%s\", first: 1) { nodes { key } } }",
            city.key, city.days.get(release));
    expected.remove(first.at("/projects/nodes/0/key").asString());
    assertThat(
            ask(
                    "{ projects(municipality: \"%s\", after: \"%s\") { nodes { key title } } }",
                    city.key, cursor)
                .at("/projects/nodes"))
        .as("begun at release %d", release)
        .extracting(node -> node.get("key").asString() + " " + node.get("title").asString())
        .containsExactlyInAnyOrderElementsOf(
            expected.stream()
                .map(
                    key ->
                        key + " " + city.states.get(release).get("PROJECT:" + key).get("title_de"))
                .toList());
  }

  private static void readsTheState(ChangingCity city, int release, LocalDate on) {
    JsonNode data =
        ask(
            "{ projects(municipality: \"%1$s\", knownAt: \"%2$s\", on: \"%3$s\") { totalCount"
                + " nodes { key title plannedEnd status } } statusHistory(municipality: \"%1$s\","
                + " knownAt: \"%2$s\", on: \"%3$s\", first: 200) { nodes { key } } }",
            city.key, city.days.get(release), on);
    State state = city.states.get(release);
    List<String> expected = new ArrayList<>();
    for (String key : state.keys("PROJECT")) {
      Map<String, String> project = state.get("PROJECT:" + key);
      expected.add(
          String.join(
              " ",
              key,
              project.get("title_de"),
              project.get("planned_end"),
              status(state, key, on)));
    }
    assertThat(data.at("/projects/nodes"))
        .as("projects of release %d on %s", release, on)
        .extracting(
            node ->
                String.join(
                    " ",
                    node.get("key").asString(),
                    node.get("title").asString(),
                    node.get("plannedEnd").asString(),
                    node.get("status").asString("none")))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(data.at("/projects/totalCount").asInt()).isEqualTo(expected.size());
    assertThat(data.at("/statusHistory/nodes"))
        .extracting(node -> node.get("key").asString())
        .containsExactlyInAnyOrderElementsOf(
            state.keys("PROJECT_STATUS_CHANGE").stream()
                .filter(key -> !day(state, key).isAfter(on))
                .toList());
  }

  private static LocalDate day(State state, String event) {
    return LocalDate.parse(
        String.valueOf(state.get("PROJECT_STATUS_CHANGE:" + event).get("effective_on")));
  }

  /** By the last event up to the day; of several on one day, the one published last. */
  private static String status(State state, String project, LocalDate on) {
    return state.keys("PROJECT_STATUS_CHANGE").stream()
        .filter(key -> project.equals(value(state, key, "project")) && !day(state, key).isAfter(on))
        .max(
            Comparator.<String, LocalDate>comparing(key -> day(state, key))
                .thenComparing(key -> key))
        .map(key -> value(state, key, "status"))
        .orElse("none");
  }

  private static String value(State state, String event, String column) {
    return String.valueOf(state.get("PROJECT_STATUS_CHANGE:" + event).get(column));
  }

  private static void replays(ChangingCity city, List<JsonNode> changes) {
    Map<String, Map<String, String>> state = new TreeMap<>();
    int release = 0;
    for (JsonNode edge : changes) {
      JsonNode change = edge.get("node");
      int number = change.at("/release/number").asInt();
      for (; release < number; release++) {
        assertThat(state)
            .as("replayed to release " + release)
            .isEqualTo(city.states.get(release).records());
      }
      apply(state, change);
    }
    assertThat(state).as("replayed to the end").isEqualTo(city.now().records());
  }

  private static void apply(Map<String, Map<String, String>> state, JsonNode change) {
    String type = change.get("type").asString();
    String name = type + ":" + change.get("key").asString();
    if (!type.startsWith("PROJECT")) {
      return;
    }
    if (change.get("kind").asString().equals("WITHDRAWN")) {
      assertThat(state.remove(name)).as(name + " was there").isNotNull();
    } else if (change.get("field").isNull()) {
      assertThat(state.put(name, values(change.get("record"))))
          .as(name + " was not there")
          .isNull();
    } else {
      set(state, name, change);
    }
  }

  private static void set(Map<String, Map<String, String>> state, String name, JsonNode field) {
    Map<String, String> changed = new TreeMap<>(state.get(name));
    if (changed.containsKey(field.get("field").asString())) {
      changed.put(field.get("field").asString(), field.get("after").asString());
      state.put(name, changed);
    }
  }

  private static Map<String, String> values(JsonNode record) {
    return record.get("__typename").asString().equals("Project")
        ? ChangingCity.project(record.get("title").asString(), record.get("plannedEnd").asString())
        : ChangingCity.event(
            record.at("/project/key").asString(),
            record.get("status").asString(),
            record.get("effectiveOn").asString());
  }

  /** The versions of a project, page by page, are its states at all releases, and nothing else. */
  private static void listsVersions(ChangingCity city, String key, int size) {
    int first = 1;
    while (!city.states.get(first).keys("PROJECT").contains(key)) {
      first++;
    }
    Map<Integer, Map<String, String>> told = new TreeMap<>();
    String after = "";
    JsonNode page;
    do {
      page =
          ask(
                  "{ project(municipality: \"%s\", key: \"%s\", knownAt: \"%s\") {"
                      + " versions(at: \"%s\", first: %d%s) { edges { from { number } until {"
                      + " number } ended { kind } node { title plannedEnd } } pageInfo {"
                      + " hasNextPage endCursor } } } }",
                  city.key, key, city.days.get(first), city.days.getLast(), size, after)
              .at("/project/versions");
      page.get("edges").forEach(edge -> told.putAll(states(city, key, edge)));
      after = ", after: " + page.at("/pageInfo/endCursor");
    } while (page.at("/pageInfo/hasNextPage").asBoolean());
    Map<Integer, Map<String, String>> expected = new TreeMap<>();
    for (int release = 1; release <= city.release(); release++) {
      if (city.states.get(release).keys("PROJECT").contains(key)) {
        expected.put(release, city.states.get(release).get("PROJECT:" + key));
      }
    }
    assertThat(told).as("versions of %s", key).isEqualTo(expected).isNotEmpty();
  }

  private static Map<Integer, Map<String, String>> states(
      ChangingCity city, String key, JsonNode edge) {
    int until = edge.at("/until/number").asInt(city.release() + 1);
    boolean gone = until <= city.release() && !city.states.get(until).keys("PROJECT").contains(key);
    assertThat(edge.at("/ended/kind").asString("")).isEqualTo(gone ? "WITHDRAWN" : "");
    JsonNode node = edge.get("node");
    Map<Integer, Map<String, String>> states = new TreeMap<>();
    for (int release = edge.at("/from/number").asInt(); release < until; release++) {
      states.put(
          release,
          ChangingCity.project(node.get("title").asString(), node.get("plannedEnd").asString()));
    }
    return states;
  }

  private static void compares(ChangingCity city, int from, int to, int size) {
    Map<String, Map<String, String>> state = new TreeMap<>(city.states.get(from).records());
    int[] counted = new int[3];
    String after = "";
    JsonNode page;
    do {
      page =
          ask(
                  "{ compare(municipality: \"%s\", from: {release: %d}, to: {moment: \"%s\"},"
                      + " first: %d%s) { counts { added withdrawn changed } nodes { kind type key"
                      + " after %s fields { field before after } } pageInfo { hasNextPage endCursor"
                      + " } } }",
                  city.key, from, city.days.get(to), size, after, RECORD)
              .get("compare");
      page.get("nodes").forEach(difference -> apply(state, difference, counted));
      after = ", after: \"%s\"".formatted(page.at("/pageInfo/endCursor").asString(""));
    } while (page.at("/pageInfo/hasNextPage").asBoolean());
    assertThat(state).as("from %d to %d", from, to).isEqualTo(city.states.get(to).records());
    int[] counts = new int[3];
    for (JsonNode count : page.get("counts")) {
      counts[0] += count.get("added").asInt();
      counts[1] += count.get("withdrawn").asInt();
      counts[2] += count.get("changed").asInt();
    }
    assertThat(counts).as("counts from %d to %d", from, to).isEqualTo(counted);
  }

  private static void apply(
      Map<String, Map<String, String>> state, JsonNode difference, int[] counted) {
    String type = difference.get("type").asString();
    String name = type + ":" + difference.get("key").asString();
    @Nullable Map<String, String> held = state.get(name);
    switch (difference.get("kind").asString()) {
      case "ADDED" -> {
        counted[0]++;
        if (type.startsWith("PROJECT")) {
          assertThat(held).isNull();
          state.put(name, values(difference.get("after")));
        }
      }
      case "WITHDRAWN" -> {
        counted[1]++;
        state.remove(name);
      }
      default -> {
        counted[2]++;
        assertThat(difference.get("fields")).isNotEmpty();
        for (JsonNode field : difference.get("fields")) {
          assertThat(field.get("before")).isNotEqualTo(field.get("after"));
          set(state, name, field);
        }
      }
    }
  }
}

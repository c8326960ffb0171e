package org.stadtstand.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What the committed demo city must show: its numbers, its stories, and references that resolve.
 */
class MusterstadtTests {

  private static final Path CITY = Path.of("seed-data/musterstadt");
  private static final Set<String> HANGS_ON_PROJECT = Set.of("project", "subject");

  private final List<Path> releases = releases();

  private static List<Path> releases() {
    try {
      return DeliveredState.releases(CITY);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void newestState_has380ProjectsWithTitlesOfTheirOwn() throws IOException {
    Map<String, Map<String, String>> projects = DeliveredState.after(releases).table("project");
    assertThat(projects).hasSize(380);
    assertThat(projects.values()).extracting(row -> row.get("title_de")).doesNotHaveDuplicates();
    assertThat(projects.values()).extracting(row -> row.get("title_en")).doesNotHaveDuplicates();
    assertThat(projects.values()).extracting(row -> row.get("focus_area")).hasSizeGreaterThan(4);
  }

  @Test
  void newestState_75MostRequested_20EndToEnd_240OnlineWithBreaks() throws IOException {
    DeliveredState state = DeliveredState.after(releases);
    Set<String> selected = new HashSet<>();
    for (Map<String, String> member : state.table("selection_member").values()) {
      if (text(member, "to_on").isEmpty()) {
        selected.add(text(member, "service"));
      }
    }
    Map<String, Map<String, String>> latest = latestAssessments(state);
    assertThat(selected).hasSize(75);
    assertThat(selected).filteredOn(key -> endToEnd(latest, key)).hasSize(20);
    assertThat(latest.keySet())
        .filteredOn(key -> !endToEnd(latest, key))
        .filteredOn(
            key -> text(latest.getOrDefault(key, Map.of()), "online_application").equals("YES"))
        .hasSize(240)
        .doesNotContainAnyElementsOf(selected);
    assertThat(state.table("public_service")).hasSizeGreaterThan(latest.size());
  }

  @Test
  void everyReferenceResolvesInEveryRelease() throws IOException {
    for (int count = 1; count <= releases.size(); count++) {
      DeliveredState state = DeliveredState.after(releases.subList(0, count));
      for (TableShape shape : TableShape.ALL.values()) {
        for (Map<String, String> row : state.table(shape.name()).values()) {
          shape.fields().forEach(field -> assertResolves(state, field, row));
        }
      }
    }
  }

  @Test
  void revokingRelease_restoresTheListBeforeTheMistake() throws IOException {
    assertThat(Files.readString(releases.get(4).resolve("datapackage.json")))
        .contains("\"revokes\": 4");
    assertThat(releases.get(4).resolve("project.csv"))
        .hasSameTextualContentAs(releases.get(2).resolve("project.csv"));
    DeliveredState before = DeliveredState.after(releases.subList(0, 3));
    DeliveredState after = DeliveredState.after(releases.subList(0, 5));
    assertThat(after.table("schedule_revision")).isEqualTo(before.table("schedule_revision"));
    assertThat(after.table("project_status_change"))
        .isEqualTo(before.table("project_status_change"));
  }

  @Test
  void oneProjectVanishesWithoutAWord_oneComesBack() throws IOException {
    assertThat(DeliveredState.after(releases.subList(0, 2)).table("project"))
        .containsKeys("demo-p-0001", "demo-p-0006");
    assertThat(DeliveredState.after(releases.subList(0, 3)).table("project"))
        .doesNotContainKeys("demo-p-0001", "demo-p-0006");
    assertThat(DeliveredState.after(releases).table("project")).containsKey("demo-p-0006");
    for (Path release : releases) {
      assertThat(DeliveredState.read(release.resolve("withdrawals.csv")))
          .extracting(row -> row.get("key"))
          .doesNotContain("demo-p-0001");
    }
  }

  private static Map<String, Map<String, String>> latestAssessments(DeliveredState state) {
    Map<String, Map<String, String>> latest = new HashMap<>();
    state.table("service_assessment").values().stream()
        .sorted(Comparator.comparing(row -> text(row, "effective_on")))
        .forEach(row -> latest.put(text(row, "service"), row));
    return latest;
  }

  private static boolean endToEnd(Map<String, Map<String, String>> latest, String service) {
    return text(latest.getOrDefault(service, Map.of()), "end_to_end").equals("YES");
  }

  /** Dependents of a project that has left the list are closed with it and need not resolve. */
  private static void assertResolves(
      DeliveredState state, TableShape.Field field, Map<String, String> row) {
    String value = text(row, field.name());
    boolean any = field.type().equals("any");
    if (value.isEmpty() || !(any || field.type().startsWith(">"))) {
      return;
    }
    String table = any ? value.substring(0, value.indexOf(':')) : field.type().substring(1);
    String key = any ? value.substring(value.indexOf(':') + 1) : value;
    boolean closed = HANGS_ON_PROJECT.contains(field.name()) && table.equals("project");
    assertThat(closed || state.table(table).containsKey(key))
        .as("%s of %s", field.name(), row)
        .isTrue();
  }

  private static String text(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }
}

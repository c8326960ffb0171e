package org.stadtstand.graph.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.stadtstand.deliver.reading.DeliveryFolder;
import tools.jackson.databind.JsonNode;

/** Anyone who reads while releases are published reads one complete release, and misses none. */
class ReadWhilePublishingIT {

  private static final String CITY = "while-publishing";
  private static final int RELEASES = 8;
  private static final int PROJECTS = 30;

  private final AtomicBoolean over = new AtomicBoolean();

  /** Release n titles every project "Title n", and brings one event for each. */
  private static void publish(java.nio.file.Path parent, int release) throws Exception {
    List<String> projects = new ArrayList<>(List.of("key,title_de"));
    List<String> events = new ArrayList<>(List.of("key,project,status,effective_on"));
    for (int i = 0; i < PROJECTS; i++) {
      projects.add("p-%d,Title %d".formatted(i, release));
      events.add("s-%d-%d,p-%d,PLANNED,2024-01-01".formatted(i, release, i));
    }
    DeliveryFolder folder =
        new DeliveryFolder(parent, "%03d".formatted(release))
            .with("name", "\"" + CITY + "\"")
            .with("municipality", "\"" + CITY + "\"")
            .table("project", projects.toArray(String[]::new))
            .table("project_status_change", events.toArray(String[]::new));
    if (release == 1) {
      folder
          .table("municipality", "key,ags,ars,name_de", CITY + ",99999998,999999999998,Sampleton")
          .table(
              "source",
              "key,kind,publisher,title,published_on,retrieved_on,reuse",
              "page,OFFICIAL_PAGE,City,Page,2020-05,2020-06-01,OPEN");
    }
    OwnServer.nextDay();
    OwnServer.press().publish(folder.write());
  }

  @Test
  void nobodySeesTwoReleasesAtOnceOrMissesAChange() throws Exception {
    java.nio.file.Path parent = OwnServer.folder();
    publish(parent, 1);
    try (ExecutorService readers = Executors.newFixedThreadPool(3)) {
      Future<Set<Integer>> seen = readers.submit((Callable<Set<Integer>>) this::readStates);
      Future<Set<Integer>> alsoSeen = readers.submit((Callable<Set<Integer>>) this::readStates);
      Future<List<String>> polled = readers.submit((Callable<List<String>>) this::pollChanges);
      try {
        for (int release = 2; release <= RELEASES; release++) {
          publish(parent, release);
        }
      } finally {
        over.set(true);
      }
      assertThat(seen.get()).contains(RELEASES).hasSizeGreaterThan(1);
      assertThat(alsoSeen.get()).contains(RELEASES);
      List<String> whole = new ArrayList<>();
      poll("", 200, whole);
      assertThat(polled.get()).isEqualTo(whole);
      // One title and one event per project and release, plus what the first release brings
      // anyway.
      assertThat(whole).hasSize(PROJECTS * 2 * RELEASES + 2);
    }
  }

  private Set<Integer> readStates() {
    Set<Integer> releases = new HashSet<>();
    boolean last;
    do {
      last = over.get();
      JsonNode answer =
          OwnServer.questions()
              .ask(
                  "{ projects(municipality: \"%1$s\", first: 200) { totalCount nodes { title history"
                          .formatted(CITY)
                      + " { totalCount } } } statusHistory(municipality: \"%1$s\") { totalCount } }"
                          .formatted(CITY));
      assertThat(answer.has("errors")).as(answer.toString()).isFalse();
      int release = answer.at("/extensions/dataset/0/release").asInt();
      releases.add(release);
      assertThat(answer.at("/data/projects/nodes"))
          .hasSize(PROJECTS)
          .allSatisfy(
              project -> {
                assertThat(project.get("title").asString()).isEqualTo("Title " + release);
                assertThat(project.at("/history/totalCount").asInt()).isEqualTo(release);
              });
      assertThat(answer.at("/data/statusHistory/totalCount").asInt()).isEqualTo(PROJECTS * release);
    } while (!last);
    return releases;
  }

  private List<String> pollChanges() {
    List<String> cursors = new ArrayList<>();
    String after = "";
    boolean last;
    do {
      last = over.get();
      after = poll(after, 17, cursors);
    } while (!last);
    return cursors;
  }

  private static String poll(String cursor, int size, List<String> cursors) {
    String after = cursor;
    JsonNode page;
    do {
      page =
          OwnServer.questions()
              .data(
                  "{ changes(municipality: \"%s\", first: %d%s) { edges { cursor } pageInfo { hasNextPage endCursor } } }"
                      .formatted(CITY, size, after.isEmpty() ? "" : ", after: \"" + after + "\""))
              .get("changes");
      page.get("edges").forEach(edge -> cursors.add(edge.get("cursor").asString()));
      after = page.at("/pageInfo/endCursor").asString();
    } while (page.at("/pageInfo/hasNextPage").asBoolean());
    return after;
  }
}

package org.stadtstand.deliver.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.Questions;
import org.stadtstand.ServerTest;
import org.stadtstand.deliver.publication.Report.Outcome;
import org.stadtstand.graph.changes.ChangeText;
import org.stadtstand.graph.changes.ExplanationStatus;
import tools.jackson.databind.JsonNode;

/** A preview shows a steward exactly what everybody will read in the feed. */
@ServerTest
class PreviewIT {

  private static final Path PACKAGE = Path.of("seed-data/musterstadt");
  private static final int SHOWN = 100;

  private static final String FEED =
      """
      { changes(municipality: "musterstadt", first: 200%s) {
          nodes { type key field kind explained de: sentence en: sentence(lang: EN)
            release { number } }
          pageInfo { hasNextPage endCursor } } }
      """;

  @Autowired private Questions questions;

  @Test
  void whatIsPreviewedOfEachReleaseIsWhatTheFeedTells() throws IOException, SQLException {
    Map<String, List<String>> feed = feed();
    int marked = 0;
    try (Workshop workshop = new Workshop()) {
      Publisher publisher = workshop.publisher(Clock.systemUTC());
      for (Path folder : folders()) {
        Report report = publisher.preview(folder);
        assertThat(report.outcome()).isEqualTo(Outcome.PREVIEWED);
        Map<String, List<String>> previewed = new HashMap<>();
        for (ChangeText change : report.changes()) {
          previewed
              .computeIfAbsent(report.number() + " " + change.table(), key -> new ArrayList<>())
              .add(line(change));
          marked += change.explained() == ExplanationStatus.UNEXPLAINED ? 1 : 0;
        }
        assertThat(report.counts()).hasSameSizeAs(previewed);
        previewed.forEach(
            (table, lines) ->
                assertThat(lines)
                    .as(table)
                    .isEqualTo(feed.getOrDefault(table, List.of()).stream().limit(SHOWN).toList()));
        assertThat(publisher.publish(folder).outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(previewed.keySet())
            .as("tables of release %s", report.number())
            .containsExactlyInAnyOrderElementsOf(tables(feed, String.valueOf(report.number())));
      }
    }
    assertThat(marked).as("changes without explanation").isPositive();
  }

  private static List<Path> folders() throws IOException {
    try (Stream<Path> entries = Files.list(PACKAGE)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static List<String> tables(Map<String, List<String>> feed, String release) {
    return feed.keySet().stream().filter(key -> key.startsWith(release + " ")).toList();
  }

  private static String line(ChangeText change) {
    return String.join(
        "|",
        change.key(),
        String.valueOf(change.field()),
        change.kind().name(),
        change.explained().name(),
        change.sentence().de(),
        change.sentence().en());
  }

  /** The lines of the whole feed, by release number and table. */
  private Map<String, List<String>> feed() {
    Map<String, List<String>> lines = new HashMap<>();
    String after = "";
    JsonNode page;
    do {
      page = questions.data(FEED.formatted(after)).get("changes");
      for (JsonNode change : page.get("nodes")) {
        String table = change.get("type").asString().toLowerCase(Locale.ROOT);
        lines
            .computeIfAbsent(
                change.at("/release/number").asInt() + " " + table, key -> new ArrayList<>())
            .add(line(change));
      }
      after = ", after: \"" + page.at("/pageInfo/endCursor").asString() + "\"";
    } while (page.at("/pageInfo/hasNextPage").asBoolean());
    return lines;
  }

  private static String line(JsonNode change) {
    return String.join(
        "|",
        change.get("key").asString(),
        change.get("field").isNull() ? "null" : change.get("field").asString(),
        change.get("kind").asString(),
        change.get("explained").asString(),
        change.get("de").asString(),
        change.get("en").asString());
  }
}

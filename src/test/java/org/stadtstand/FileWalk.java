package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLFieldDefinition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.graphql.execution.GraphQlSource;
import org.stadtstand.ground.database.WriteDatabase;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.serve.format.Files;
import org.stadtstand.serve.link.Web;
import tools.jackson.databind.json.JsonMapper;

/** Downloads every question of the walk as each kind of file, and the whole tables. */
abstract class FileWalk {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @LocalServerPort private int port;
  @Autowired private GraphQlSource engine;
  @Autowired private RecordTypes types;
  @Autowired private WriteDatabase publishing;

  /** What permanent links must begin with. */
  abstract String host();

  /** What this server was asked as. */
  String server() {
    return new Web(port).address();
  }

  /** Whose files are read. */
  abstract List<String> cities();

  @TestFactory
  Stream<DynamicTest> everyFileCanBePassedOn() {
    return cities().stream()
        .map(city -> DynamicTest.dynamicTest(city, () -> everyFileCanBePassedOn(city)));
  }

  private void everyFileCanBePassedOn(String city) throws IOException, InterruptedException {
    ProofreadFile file =
        new ProofreadFile(
            new PublishedDays(publishing.jdbc(), types, city)
                .reader(TODAY, LocalDate.of(2025, 7, 31)),
            host());
    WholeSelection selection = new WholeSelection(engine.schema());
    int links = 0;
    for (GraphQLFieldDefinition field : engine.schema().getQueryType().getFieldDefinitions()) {
      if (SchemaWays.isFree(field)
          && WholeSelection.isConnection(field)
          && field.getArgument("municipality") != null) {
        Map<String, String> arguments = Map.of("municipality", "\"" + city + "\"", "first", "200");
        String nodes = selection.nodes(WholeSelection.type(field));
        links +=
            question(
                file,
                field.getName(),
                "{ %s%s { nodes { %s } } }"
                    .formatted(field.getName(), SchemaWays.arguments(field, arguments), nodes));
      }
    }
    assertThat(links).as("permanent links").isGreaterThan(20);
    tables(file, city);
    assertThat(file.faults()).isEmpty();
  }

  /** Reads the answer in all forms, and counts the permanent links. */
  private int question(ProofreadFile file, String name, String document)
      throws IOException, InterruptedException {
    String link = Web.json(new Web(port).store(document)).path("link").asString();
    String path = link.substring(link.indexOf("/q/"));
    List<List<String>> cells = Files.read(text(path + ".csv?all=true&meta=columns"));
    file.table(name + ".csv", cells);
    List<List<List<String>>> sheets = WorkbookSheets.of(bytes(path + ".xlsx"));
    assertThat(sheets).hasSize(2);
    assertThat(sheets.getFirst()).as(name).hasSize(Math.min(201, cells.size()));
    file.table(name + ".xlsx", sheets.getFirst());
    sheets.getLast().forEach(row -> row.forEach(cell -> file.text(name + ".xlsx source", cell)));
    file.lines(name + ".jsonl", text(path + ".jsonl").lines().map(JSON::readTree).toList());
    String description = text(path + ".csv-metadata.json");
    file.description(name + ".csv-metadata.json", JSON.readTree(description));
    boolean inRows = cells.stream().skip(1).limit(1).anyMatch(row -> isLinked(row.toString()));
    boolean inSheet = isLinked(sheets.getLast().toString());
    return (inRows ? 1 : 0) + (inSheet ? 1 : 0) + (isLinked(description) ? 1 : 0);
  }

  private boolean isLinked(String text) {
    return text.contains(host() + "/q/");
  }

  private void tables(ProofreadFile file, String city) throws IOException, InterruptedException {
    try (ZipInputStream tables =
        new ZipInputStream(
            new ByteArrayInputStream(bytes("/data/package.zip?municipality=" + city)))) {
      for (ZipEntry entry = tables.getNextEntry(); entry != null; entry = tables.getNextEntry()) {
        String text = new String(tables.readAllBytes(), StandardCharsets.UTF_8);
        if (entry.getName().endsWith(".csv")) {
          file.table(entry.getName(), Files.read(text));
        } else {
          file.text(entry.getName(), text);
        }
      }
    }
  }

  private String text(String path) throws IOException, InterruptedException {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  private byte[] bytes(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(server() + path)).build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(response.statusCode())
        .as(() -> path + ": " + new String(response.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
    return response.body();
  }
}

package org.stadtstand.serve.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.stadtstand.ServerTest;
import org.stadtstand.ground.text.FormulaGuard;
import org.stadtstand.record.time.RecordRedacted;
import org.stadtstand.serve.format.Files;
import org.stadtstand.serve.link.Web;
import tools.jackson.databind.JsonNode;

/** A release as a database says what its files say, value by value. */
@ServerTest
class SqliteDownloadIT {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private Path folder;
  @LocalServerPort private int port;
  @Autowired private ApplicationEventPublisher events;

  @Test
  void everyTableHoldsWhatItsFileHolds() throws Exception {
    JsonNode description =
        Web.json(new Web(port).get("/data/musterstadt/datapackage@9.json")).path("resources");
    assertThat(description.size()).isGreaterThan(20);
    try (Connection database = open("/data/musterstadt/package@9.sqlite");
        Statement statement = database.createStatement()) {
      assertThat(first(statement, "pragma integrity_check")).isEqualTo("ok");
      int rows = 0;
      for (JsonNode resource : description) {
        String table = resource.path("name").asString();
        List<List<String>> file = Files.read(text("/data/musterstadt/" + table + "@9.csv"));
        List<List<String>> here = rows(statement, table);
        assertThat(here).as(table).isEqualTo(expected(statement, table, file));
        rows += here.size();
      }
      assertThat(rows).isGreaterThan(3000);
    }
  }

  /** Otherwise a download that was interrupted could not go on, and its digest would be another. */
  @Test
  void madeAgainItHasTheSameBytes() throws Exception {
    HttpResponse<byte[]> first = bytes("/data/musterstadt/package@9.sqlite");
    events.publishEvent(new RecordRedacted("duesseldorf"));
    HttpResponse<byte[]> again = bytes("/data/musterstadt/package@9.sqlite");
    assertThat(first.body()).hasSizeGreaterThan(100_000).isEqualTo(again.body());
    assertThat(first.headers().firstValue("ETag")).isEqualTo(again.headers().firstValue("ETag"));
  }

  @Test
  void itSaysWhatItIs() throws Exception {
    try (Connection database = open("/data/duesseldorf/package@4.sqlite");
        Statement statement = database.createStatement()) {
      Map<String, @Nullable String> about = new TreeMap<>();
      try (ResultSet row = statement.executeQuery("select name, value from about")) {
        while (row.next()) {
          about.put(row.getString(1), row.getString(2));
        }
      }
      assertThat(about)
          .containsEntry("municipality", "duesseldorf")
          .containsEntry("release", "4")
          .containsEntry("standsFor", "2026-01-31")
          .containsEntry("standing", "EDITORIAL")
          .containsKeys("hash", "publisher", "attribution", "licence", "licenceUrl");
    }
  }

  @Test
  void oneTableIsADatabaseToo() throws Exception {
    try (Connection database = open("/data/duesseldorf/target@4.sqlite");
        Statement statement = database.createStatement()) {
      assertThat(first(statement, "select group_concat(name) from sqlite_schema"))
          .isEqualTo("about,target");
      assertThat(first(statement, "select count(*) from target where key = 'srv-1'"))
          .isEqualTo("1");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/data/duesseldorf/nothing.sqlite, 404, UNKNOWN_TABLE",
    "/data/duesseldorf/datapackage.sqlite, 404, UNKNOWN_TABLE",
    "/data/duesseldorf/package.sqlite3, 404, UNKNOWN_TABLE",
    "/data/duesseldorf/package@99.sqlite, 404, UNKNOWN_RELEASE",
    "/data/nowhere/package.sqlite, 404, UNKNOWN_MUNICIPALITY",
    "/data/duesseldorf/package.sqlite?table=target, 400, BAD_ARGUMENT"
  })
  void whatIsNotThereIsRefused(String path, int status, String code) {
    HttpResponse<String> refused = new Web(port).get(path);
    assertThat(refused.statusCode()).isEqualTo(status);
    assertThat(Web.code(refused)).isEqualTo(code);
  }

  @Test
  void whoDoesNotTakeItIsTold() {
    HttpResponse<String> refused =
        new Web(port).get("/data/duesseldorf/package.sqlite", "Accept", "text/csv");
    assertThat(refused.statusCode()).isEqualTo(406);
  }

  /** The values of the file, as the type of their column has them. */
  private static List<List<String>> expected(
      Statement statement, String table, List<List<String>> file) throws SQLException {
    List<String> types = new ArrayList<>();
    List<String> names = new ArrayList<>();
    try (ResultSet column =
        statement.executeQuery("select name, type from pragma_table_info('" + table + "')")) {
      while (column.next()) {
        names.add(column.getString(1));
        types.add(column.getString(2));
      }
    }
    assertThat(file.getFirst()).isEqualTo(names);
    List<List<String>> rows = new ArrayList<>();
    for (List<String> line : file.subList(1, file.size())) {
      List<String> row = new ArrayList<>();
      for (int i = 0; i < line.size(); i++) {
        row.add(expected(types.get(i), line.get(i)));
      }
      rows.add(row);
    }
    return rows;
  }

  private static String expected(String type, String text) {
    if (text.isEmpty()) {
      return text;
    }
    return switch (type) {
      case "INTEGER" -> text.replace("true", "1").replace("false", "0");
      case "REAL" -> String.valueOf(Double.parseDouble(text));
      default -> FormulaGuard.plain(text);
    };
  }

  private static List<List<String>> rows(Statement statement, String table) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (ResultSet row = statement.executeQuery("select * from \"" + table + "\" order by rowid")) {
      while (row.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          Object value = row.getObject(i);
          values.add(value == null ? "" : value.toString());
        }
        rows.add(values);
      }
    }
    return rows;
  }

  private static String first(Statement statement, String question) throws SQLException {
    try (ResultSet row = statement.executeQuery(question)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  private String text(String path) {
    HttpResponse<String> response = new Web(port).get(path);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return response.body();
  }

  private HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(new Web(port).address() + path)).build(),
        BodyHandlers.ofByteArray());
  }

  private Connection open(String path) throws IOException, InterruptedException, SQLException {
    HttpResponse<Path> response =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(new Web(port).address() + path)).build(),
            BodyHandlers.ofFile(folder.resolve("downloaded.sqlite")));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/vnd.sqlite3");
    return DriverManager.getConnection("jdbc:sqlite:" + response.body());
  }
}

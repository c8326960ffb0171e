package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.ground.database.WriteDatabase;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.search.TextIndex;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.serve.link.Web;
import tools.jackson.databind.JsonNode;

/** What is withheld no longer appears in any answer, cached or not, and every answer says so. */
@ServerTest
class RedactedAnswersIT {

  private static final String ASKED =
      "{ project(municipality: \"musterstadt\", key: \"%s\") { title withheld then: asKnown(at:"
          + " \"2023-07-01\") { title withheld } versions { edges { changes { sentence beforeLabel"
          + " afterLabel } node { title } } } } }";

  private static final String SEARCHED =
      "{ search(municipality: \"musterstadt\", text: \"\\\"%s\\\"\", types: [PROJECT]) { nodes {"
          + " key excerpt } } }";

  private static final String DATA = "/data/project@9.csv?municipality=musterstadt";

  private static final String GZIP = " (gzip)";

  @LocalServerPort private int port;
  @Autowired private MovableClock clock;
  @Autowired private Questions questions;
  @Autowired private WriteDatabase publishing;
  @Autowired private BeanFactory application;
  @Autowired private ReleaseDirectory releases;
  @Autowired private RecordTypes types;

  private String key = "";
  private List<Map<String, @Nullable Object>> rows = List.of();
  private List<Map<String, @Nullable Object>> leaves = List.of();

  /** Other tests share the server, so everything is put back as it was. */
  @BeforeEach
  void keep() {
    key =
        publishing
            .jdbc()
            .sql(
                """
                select k.key from project t join record k on k.id = t.record
                join record m on m.id = t.municipality and m.key = 'musterstadt'
                where t.until = 2147483647 order by t.since, t.record limit 1
                """)
            .query((row, n) -> row.getString(1))
            .single();
    rows = all("select t.* from project t join record k on k.id = t.record where k.key = :key");
    leaves =
        all(
            "select l.* from leaf l join record k on k.id = l.record and k.type = l.type"
                + " where k.key = :key and k.type = (select type from record r join project p on"
                + " p.record = r.id where r.key = :key limit 1)");
  }

  private List<Map<String, @Nullable Object>> all(String sql) {
    return publishing.jdbc().sql(sql).param("key", key).query().listOfRows();
  }

  @AfterEach
  void putBack() {
    clock.moveBack();
    publishing.jdbc().sql("delete from withheld").update();
    publishing.jdbc().sql("delete from redaction").update();
    for (Map<String, @Nullable Object> row : rows) {
      publishing
          .jdbc()
          .sql(
              "update project set title_de = :title_de, title_de_sort = :title_de_sort where record"
                  + " = :record and since = :since")
          .params(row)
          .update();
    }
    for (Map<String, @Nullable Object> leaf : leaves) {
      publishing
          .jdbc()
          .sql(
              "update leaf set salt = :salt where record = :record and since = :since"
                  + " and type = :type")
          .params(leaf)
          .update();
    }
    publishing.transaction().executeWithoutResult(transaction -> fillSearch());
    releases.read();
  }

  private void fillSearch() {
    int place =
        publishing
            .jdbc()
            .sql("select id from record where key = 'musterstadt' and id = municipality")
            .query((row, n) -> row.getInt(1))
            .single();
    new TextIndex(publishing.jdbc(), types, place).fill();
  }

  @Test
  void itIsGoneAndTheAnswersSaySo() {
    JsonNode before = questions.ask(ASKED.formatted(key));
    String title = before.at("/data/project/title").asString();
    assertThat(title).isNotEmpty();
    assertThat(before.at("/data/project/withheld")).isEmpty();
    assertThat(questions.ask(ASKED.formatted(key))).isEqualTo(before);

    String searched = SEARCHED.formatted(title);
    assertThat(questions.ask(searched).at("/data/search/nodes").toString()).contains(key);

    assertThat(page()).contains(title).doesNotContain("Zurückgehalten");

    List<String> kept = List.of(lasting(), DATA);
    Map<String, String> since = new LinkedHashMap<>();
    kept.forEach(address -> since.put(address, modified(address)));
    since.forEach((address, day) -> assertThat(status(address, day)).isEqualTo(304));
    Map<String, String> tags = new LinkedHashMap<>();
    tagged().forEach(address -> tags.put(address, tag(address)));
    tags.forEach((address, tag) -> assertThat(known(address, tag)).as(address).isEqualTo(304));
    clock.moveTo(Instant.parse("2027-03-01T11:00:00Z"));
    new TestConsole(application).withhold("musterstadt", "project", key, "title_de");
    tags.forEach(
        (address, tag) -> {
          assertThat(known(address, tag)).as(address).isEqualTo(200);
          assertThat(tag(address)).as(address).isNotEqualTo(tag);
        });
    // Whoever asks by the date alone, as simple clients do, must not go on using what is gone.
    since.forEach((address, day) -> assertThat(status(address, day)).isEqualTo(200));
    kept.forEach(address -> assertThat(status(address, modified(address))).isEqualTo(304));

    assertThat(questions.ask(searched).toString()).doesNotContain(key);
    JsonNode after = questions.ask(ASKED.formatted(key));
    assertThat(after.toString()).doesNotContain(title);
    assertThat(page()).doesNotContain(title).contains("Zurückgehalten", "Art. 17 DSGVO", "A name");
    assertThat(after.at("/data/project/title").asString()).isEqualTo("[zurückgehalten]");
    assertThat(after.at("/data/project/withheld").toString()).isEqualTo("[\"title_de\"]");
    assertThat(after.at("/data/project/then/withheld").toString()).isEqualTo("[\"title_de\"]");
    assertThat(after.at("/extensions/dataset/0/warnings").toString())
        .contains("wird eine Angabe aus rechtlichen Gründen zurückgehalten");
    listed();
    verified();
  }

  private String page() {
    return new Web(port).visit("/musterstadt/projekte/" + key).body();
  }

  /** A link to a state that was published long ago. */
  private String lasting() {
    return Web.carried(
            "{ project(municipality: \"musterstadt\", key: \"%s\") { title } }".formatted(key))
        + "@musterstadt.9_2025-12-31.json";
  }

  /** What holds the title: files, answers in every form, and the feed of changes. */
  private List<String> tagged() {
    String answer = lasting().replaceFirst("json$", "");
    String feed =
        Web.carried(
            "{ changes(municipality: \"musterstadt\", first: 200, filter: {subject: {eq:"
                + " \"project:%s\"}}) { nodes { sentence } } }".formatted(key));
    String list =
        Web.carried("{ projects(municipality: \"musterstadt\", first: 200) { nodes { title } } }");
    String state = "@musterstadt.9_2025-12-31";
    return Stream.of(
            Stream.of("csv", "zip")
                .map(suffix -> suffix.equals("csv") ? "project@9.csv" : "package@9.zip")
                .map("/data/musterstadt/"::concat),
            Stream.of("json", "csv", "xlsx", "html", "jsonl").map(list.concat(state + ".")::concat),
            Stream.of("json", "html").map(answer::concat),
            Stream.of(feed + state + ".json", feed + ".json", feed + ".csv"))
        .flatMap(addresses -> addresses)
        .flatMap(address -> Stream.of(address, address + GZIP))
        .toList();
  }

  private HttpResponse<String> get(String address, String name, String value) {
    return new Web(port)
        .get(
            address.replace(GZIP, ""),
            name,
            value,
            "Accept-Encoding",
            address.endsWith(GZIP) ? "gzip" : "identity");
  }

  private String tag(String address) {
    return get(address, "X-Test", "yes").headers().firstValue("ETag").orElseThrow();
  }

  private int known(String address, String tag) {
    return get(address, "If-None-Match", tag).statusCode();
  }

  private String modified(String address) {
    return new Web(port).get(address).headers().firstValue("Last-Modified").orElseThrow();
  }

  private int status(String address, String since) {
    return new Web(port).get(address, "If-Modified-Since", since).statusCode();
  }

  private void listed() {
    JsonNode redaction =
        questions
            .data(
                "{ redactions(municipality: \"musterstadt\") { totalCount nodes { table key field"
                    + " release withheldAt reason legalBasis } } }")
            .get("redactions");
    assertThat(redaction.get("totalCount").asInt()).isEqualTo(1);
    assertThat(redaction.at("/nodes/0/key").asString()).isEqualTo(key);
    assertThat(redaction.at("/nodes/0/release").isNull()).isTrue();
    assertThat(redaction.at("/nodes/0").toString())
        .contains("\"table\":\"project\"", "\"field\":\"title_de\"", "Art. 17 DSGVO", "A name");
  }

  private void verified() {
    TestConsole console = new TestConsole(application);
    console.run("verify", "--municipality=musterstadt", "--lang=en");
    assertThat(console.printed())
        .as("no release has sealed it yet")
        .contains("musterstadt: cannot be checked", rows.size() + " of them withheld");
    JsonNode own = covered();
    assertThat(own.get("withheld").isNull()).isFalse();
    assertThat(own.get("canonical").isNull()).isTrue();
    assertThat(own.get("salt").isNull()).isTrue();
    assertThat(own.get("digest").asString()).hasSize(64);
  }

  /** The project among the rows of the release that began its row. */
  private JsonNode covered() {
    String after = "";
    while (true) {
      JsonNode page =
          questions
              .data(
                  ("{ releases(municipality: \"musterstadt\", first: 1) { nodes { rows(first: 200"
                          + " %s) { nodes { table key canonical salt digest withheld { reason } }"
                          + " pageInfo { endCursor hasNextPage } } } } }")
                      .formatted(after))
              .at("/releases/nodes/0/rows");
      for (JsonNode row : page.get("nodes")) {
        if (row.get("table").asString().equals("project")
            && row.get("key").asString().equals(key)) {
          return row;
        }
        assertThat(row.get("withheld").isNull()).isTrue();
      }
      assertThat(page.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
      after = ", after: \"%s\"".formatted(page.at("/pageInfo/endCursor").asString());
    }
  }
}

package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.stadtstand.ground.database.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The packages of all releases, delivered again one after the other to an empty server, make the
 * same tables and the same changes there.
 */
@ServerTest
class RedeliveryIT {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Map<String, Integer> RELEASES = Map.of("duesseldorf", 4, "musterstadt", 9);

  @LocalServerPort private int port;

  @Test
  void allPackagesMakeTheSameRecordAgain(@TempDir Path folder) throws Exception {
    List<String> packages = new ArrayList<>();
    for (Map.Entry<String, Integer> city : RELEASES.entrySet()) {
      take(city.getKey(), folder.resolve(city.getKey()));
      packages.add(folder.resolve(city.getKey()).toString());
    }
    try (TestDatabase database = TestDatabase.fresh();
        ConfigurableApplicationContext again = server(database, packages)) {
      int other = again.getEnvironment().getRequiredProperty("local.server.port", int.class);
      for (Map.Entry<String, Integer> city : RELEASES.entrySet()) {
        for (int number = 1; number <= city.getValue(); number++) {
          compareTables(other, city.getKey(), number);
        }
        assertThat(changes(other, city.getKey()))
            .as("changes of " + city.getKey())
            .isEqualTo(changes(port, city.getKey()));
      }
      verifiesWhatWasTakenBack(again, other);
    }
  }

  /** Such a release describes nothing itself: its package says again what the one before said. */
  private static void verifiesWhatWasTakenBack(BeanFactory again, int port) throws Exception {
    TestConsole console = new TestConsole(again);
    assertThat(console.run("revoke", "musterstadt", "9", "--reason=Probe")).isZero();
    JsonNode described = JSON.readTree(get(port, "/data/musterstadt/datapackage@10.json").body());
    assertThat(described.get("title").asString())
        .isEqualTo("Digitalstrategie der Stadt Musterstadt (Demo, erfunden)");
    assertThat(verify(port)).startsWith("musterstadt: unaltered. 10 releases");
    // From now on nobody can know how the record was described, and the rest is compared as ever.
    console.withhold("musterstadt", "release", "9", "title");
    again.getBean(MovableClock.class).moveTo(Instant.parse("2026-11-23T11:00:00Z"));
    assertThat(console.run("revoke", "musterstadt", "8", "--reason=Probe"))
        .as(console.printed())
        .isZero();
    assertThat(verify(port)).startsWith("musterstadt: unaltered. 11 releases");
  }

  private static String verify(int port) throws Exception {
    Process script =
        new ProcessBuilder(
                "python3",
                "-B",
                "src/verifier/verify.py",
                "http://localhost:" + port,
                "musterstadt")
            .redirectErrorStream(true)
            .start();
    return new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private void compareTables(int other, String city, int number) throws Exception {
    String root = "/data/" + city + "/";
    JsonNode here = JSON.readTree(get(port, root + "datapackage@" + number + ".json").body());
    JsonNode there = JSON.readTree(get(other, root + "datapackage@" + number + ".json").body());
    for (String member :
        List.of(
            "title",
            "description",
            "keywords",
            "homepage",
            "licenses",
            "contributors",
            "stadtstand")) {
      assertThat(there.path(member)).as(member).isEqualTo(here.path(member));
    }
    assertThat(here.at("/licenses/0/title").asString()).isNotEmpty();
    // A path that says nothing is none: the profile of data packages refuses it.
    assertThat(here.findValues("path")).isNotEmpty().noneMatch(path -> path.asString().isEmpty());
    if (city.equals("duesseldorf")) {
      assertThat(here.path("keywords")).isNotEmpty();
      assertThat(here.at("/stadtstand/catalogue/contributorId").asString()).isEqualTo("openNRW");
    }
    for (JsonNode resource : here.get("resources")) {
      String path = root + resource.get("path").asString();
      assertThat(get(other, path).body()).as(path).isEqualTo(get(port, path).body());
    }
  }

  /** Everything in the feed but ids and times. */
  private static List<String> changes(int port, String city) throws Exception {
    List<String> all = new ArrayList<>();
    String after = "null";
    do {
      JsonNode page =
          ask(
                  port,
                  """
                  { changes(municipality: "%s", first: 200, after: %s) { nodes { release { number }
                    kind type key field before after explained reason } pageInfo { hasNextPage endCursor } } }
                  """
                      .formatted(city, after))
              .at("/data/changes");
      page.get("nodes").forEach(node -> all.add(node.toString()));
      after =
          page.at("/pageInfo/hasNextPage").asBoolean()
              ? page.at("/pageInfo/endCursor").toString()
              : "";
    } while (!after.isEmpty());
    assertThat(all).isNotEmpty();
    all.sort(null);
    return all;
  }

  private static JsonNode ask(int port, String document) throws Exception {
    String query = URLEncoder.encode(document, StandardCharsets.UTF_8);
    JsonNode answer = JSON.readTree(get(port, "/graphql?query=" + query).body());
    assertThat(answer.has("errors")).as(answer.path("errors").toString()).isFalse();
    return answer;
  }

  /** With the script by which a city is moved. */
  private void take(String city, Path folder) throws Exception {
    Process script =
        new ProcessBuilder(
                "python3",
                "-B",
                "src/deploy/drills/take-city.py",
                "http://localhost:" + port,
                city,
                folder.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(script.waitFor()).as(said).isZero();
  }

  @Test
  void whatCannotBeTakenIsSaid(@TempDir Path folder) throws Exception {
    assertThatThrownBy(() -> take("nowhere", folder.resolve("a"))).hasMessageContaining("nowhere");
    assertThatThrownBy(() -> take("duesseldorf", folder)).hasMessageContaining("there already");
  }

  private static ConfigurableApplicationContext server(
      TestDatabase database, List<String> packages) {
    return TestServer.on(database)
        .with(FixedDay.class)
        .set("spring.main.allow-bean-definition-overriding", true)
        .set("rate.units", 0)
        .importing(String.join(",", packages))
        .start();
  }

  private static HttpResponse<byte[]> get(int port, String path)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("X-Forwarded-For", "10.9.8.7")
                .build(),
            BodyHandlers.ofByteArray());
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return response;
  }
}

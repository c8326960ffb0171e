package org.stadtstand.serve.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.stadtstand.FixedDay;
import org.stadtstand.ground.database.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server whose operator has a port of his own sees there what its readers do not. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "management.server.port=0",
      "ingest.packages=seed-data/duesseldorf",
      "database.read-connections=4"
    })
@Import(FixedDay.class)
@DirtiesContext
class MonitoringIT {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern METRIC = Pattern.compile("(?m)^# TYPE (\\w+) ");
  private static final Pattern IN_EXPRESSION =
      Pattern.compile("\\b(?:stadtstand|cache|hikaricp|http|jvm|disk|process|system)_\\w+");
  private static final Pattern OWN_IN_DOCS = Pattern.compile("(?m)^\\| `(stadtstand_\\w+)`");
  private static final Pattern EXPRESSION = Pattern.compile("(?m)^\\s+expr: (.*)$");

  private static final TestDatabase DATABASE = TestDatabase.fresh();

  @LocalServerPort private int port;
  @LocalManagementPort private int operators;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    registry.add("spring.datasource.url", DATABASE::url);
    registry.add("spring.datasource.username", DATABASE::user);
    registry.add("spring.datasource.password", DATABASE::password);
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void readersFindNoMetrics() {
    assertThat(get(port, "/actuator/prometheus").statusCode()).isEqualTo(404);
    assertThat(get(port, "/actuator/health").statusCode()).isEqualTo(404);
    assertThat(get(port, "/livez").statusCode()).isEqualTo(200);
    assertThat(get(port, "/readyz").statusCode()).isEqualTo(200);
  }

  @Test
  void operatorsFindMetricsAndHealthAndNothingElse() {
    assertThat(get(operators, "/actuator/prometheus").statusCode()).isEqualTo(200);
    for (String group : Set.of("database", "disk", "releases", "liveness", "readiness")) {
      assertThat(get(operators, "/actuator/health/" + group).body())
          .as(group)
          .isEqualTo("{\"status\":\"UP\"}");
    }
    for (String other : Set.of("env", "beans", "metrics", "heapdump", "loggers", "shutdown")) {
      assertThat(get(operators, "/actuator/" + other).statusCode()).as(other).isEqualTo(404);
    }
    assertThat(get(operators, "/graphql?query={__typename}").statusCode()).isEqualTo(404);
  }

  @Test
  void anAnswerIsCountedByItsOriginAndItsCost() {
    String question = "{ targets(first: 3) { nodes { key } } counted: __typename }";
    double computed = value("stadtstand_answers_total{origin=\"computed\"}");
    double kept = value("stadtstand_answers_total{origin=\"kept\"}");
    double units = value("stadtstand_cost_units_total");
    ask(question);
    assertThat(value("stadtstand_answers_total{origin=\"computed\"}")).isEqualTo(computed + 1);
    assertThat(value("stadtstand_cost_units_total")).isGreaterThan(units);
    ask(question);
    assertThat(value("stadtstand_answers_total{origin=\"kept\"}")).isEqualTo(kept + 1);
    assertThat(value("cache_gets_total{cache=\"answers\",result=\"hit\"}")).isPositive();
    assertThat(value("stadtstand_cache_used{cache=\"answers\"}")).isBetween(1e-6, 1.0);
  }

  @Test
  void anErrorIsCountedByItsCode() {
    double before = value("stadtstand_errors_total{code=\"UNKNOWN_MUNICIPALITY\"}");
    ask("{ targets(municipality: \"nirgendwo\") { totalCount } }");
    assertThat(value("stadtstand_errors_total{code=\"UNKNOWN_MUNICIPALITY\"}"))
        .isEqualTo(before + 1);
  }

  @Test
  void everyReleaseIsSeen() {
    assertThat(value("stadtstand_municipalities")).isEqualTo(1);
    assertThat(value("stadtstand_release_number{municipality=\"duesseldorf\"}")).isEqualTo(4);
    assertThat(value("stadtstand_release_published_seconds{municipality=\"duesseldorf\"}"))
        .isGreaterThan(1.5e9);
    assertThat(value("stadtstand_deliveries_total{outcome=\"published\"}")).isEqualTo(4);
    assertThat(value("stadtstand_deliveries_total{outcome=\"refused\"}")).isZero();
    assertThat(value("stadtstand_poll_age_seconds")).isBetween(-1.0, 30.0);
  }

  @Test
  void endpointsAreNamedAsPeopleWriteThem() {
    ask("{ __typename }");
    get(port, "/duesseldorf");
    assertThat(scrape())
        .contains("uri=\"/graphql\"")
        .contains("uri=\"/{city}\"")
        .doesNotContain("(?!");
  }

  @Test
  void aRequestIsTimedByWhereHowAndWithWhatItEnds() {
    String asked =
        "http_server_requests_seconds_count{method=\"POST\",outcome=\"SUCCESS\",status=\"200\",uri=\"/graphql\"}";
    ask("{ __typename }");
    double before = value(asked);
    ask("{ __typename }");
    assertThat(value(asked)).isEqualTo(before + 1);
    assertThat(get(port, "/nothing/is/here").statusCode()).isEqualTo(404);
    send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
            .method("DELETE", HttpRequest.BodyPublishers.noBody()));
    assertThat(scrape())
        .contains("method=\"GET\",outcome=\"CLIENT_ERROR\",status=\"404\",uri=\"")
        .contains("method=\"UNKNOWN\",outcome=\"CLIENT_ERROR\",status=\"405\",uri=\"/graphql\"");
  }

  /** Else each would be a series of its own. */
  @Test
  void whatCallersInventIsInNoMetric() {
    send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/invented-address"))
            .method("INVENTED", HttpRequest.BodyPublishers.noBody()));
    assertThat(scrape()).contains("method=\"UNKNOWN\"").doesNotContainIgnoringCase("invented");
  }

  @Test
  void everyMetricOfOurOwnIsDocumentedAndNoOther() throws IOException {
    Set<String> documented =
        matches(OWN_IN_DOCS, Files.readString(Path.of("src/docs/operating.md")), 1);
    Set<String> here = metrics(name -> name.startsWith("stadtstand_"));
    here.add("stadtstand_replica_left");
    assertThat(here).as("the last where there are replicas").isEqualTo(documented);
  }

  @Test
  void dashboardAndAlertsAskOnlyForWhatIsThere() throws IOException {
    ask("{ __typename }");
    Set<String> there = metrics(name -> true);
    there.add("stadtstand_replica_left");
    Set<String> asked = new TreeSet<>();
    JsonNode dashboard = JSON.readTree(Path.of("src/deploy/grafana/stadtstand.json").toFile());
    Set<String> expressions =
        Stream.concat(
                dashboard.findValuesAsString("expr").stream(),
                matches(
                    EXPRESSION, Files.readString(Path.of("src/deploy/prometheus/alerts.yml")), 1)
                    .stream())
            .collect(Collectors.toSet());
    expressions.forEach(expression -> asked.addAll(matches(IN_EXPRESSION, expression, 0)));
    assertThat(expressions).hasSizeGreaterThan(20);
    assertThat(asked)
        .hasSizeGreaterThan(15)
        .allMatch(
            name ->
                there.contains(name)
                    || there.contains(name.replaceFirst("_(bucket|count|sum)$", "")));
  }

  private Set<String> metrics(Predicate<String> wanted) {
    return matches(METRIC, scrape(), 1).stream()
        .filter(wanted)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> matches(Pattern pattern, String text, int group) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(group))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private double value(String series) {
    return scrape()
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no " + series));
  }

  private String scrape() {
    return get(operators, "/actuator/prometheus").body();
  }

  private void ask(String question) {
    send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"query\":\"" + question.replace("\"", "\\\"") + "\"}")));
  }

  private static HttpResponse<String> get(int port, String path) {
    return send(
        HttpRequest.newBuilder(
            URI.create("http://localhost:" + port + path.replace("{", "%7B").replace("}", "%7D"))));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}

package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.ground.encoding.Sha256;
import org.stadtstand.serve.request.CanonicalQuestion;
import org.stadtstand.serve.request.CompressedText;
import org.stadtstand.serve.request.Question;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One question has one answer, by whatever way it is asked. */
@ServerTest
class OneAnswerIT {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** What names the state that was read, and so differs where the state is named. */
  private static final List<String> STATE = List.of("id", "cursor", "startCursor", "endCursor");

  @LocalServerPort private int port;

  /**
   * A question.
   *
   * @param name under which it is documented; null if it has to be stored to have one
   */
  private record Asked(
      String document, Map<String, @Nullable Object> variables, @Nullable String name) {

    @SuppressWarnings("unchecked")
    static Asked of(Example example) {
      return new Asked(
          example.query(),
          JSON.readValue(example.variables(), Map.class),
          example.toString().replace(".md", ""));
    }

    static Asked of(String document) {
      return new Asked(document, Map.of(), null);
    }

    String body() {
      return JSON.writeValueAsString(Map.of("query", document, "variables", variables));
    }

    String address() {
      return "query="
          + encoded(document)
          + "&variables="
          + encoded(JSON.writeValueAsString(variables));
    }

    String carried() {
      Question question = new Question(document, null, variables, null);
      return "/q/" + CompressedText.write(CanonicalQuestion.of(question).content());
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }

  static Stream<Asked> questions() {
    return Stream.concat(
        Example.all().stream().map(Asked::of),
        Stream.of(
            Asked.of(
                "{ projects(municipality: \"ALL\", first: 7) { totalCount nodes { id key } } }"),
            Asked.of(
                "{ projects(municipality: \"musterstadt\", on: \"2024-05-01\", last: 5) { edges {"
                    + " cursor node { id title(lang: EN) leadUnit { name } } } pageInfo { endCursor"
                    + " } } }"),
            Asked.of(
                "query ($d: Moment = \"2023-07-01\") { targets(municipality: \"musterstadt\","
                    + " knownAt: $d, first: 4) { nodes { id sentence outcome asKnown(at:"
                    + " \"2022-07-01\") { id sentence } } } }"),
            Asked.of(
                "{ changes(municipality: \"duesseldorf\", first: 9) { nodes { id sentence } } }"),
            Asked.of(
                "{ compare(from: {release: 2}) { counts { type added } nodes { key name } } }"),
            Asked.of("{ target(key: \"nobody\") { key } municipalities { nodes { key ags } } }"),
            new Asked(
                "query ($t: String) { sources(filter: {publisher: {contains: $t}}) { totalCount }"
                    + " }",
                Map.of("t", "Du\u0308sseldorf"),
                null)));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void isTheSameByEveryWay(Asked asked) throws IOException, InterruptedException {
    JsonNode posted = json(send("POST", "/graphql", asked.body()));
    JsonNode data = posted.get("data");
    assertThat(data).isNotNull();
    for (HttpResponse<String> other :
        List.of(
            send("QUERY", "/graphql", asked.body()),
            send("GET", "/graphql?" + asked.address(), ""),
            send("GET", persisted(asked), ""),
            send("GET", asked.carried(), ""),
            send("GET", asked.carried() + ".json", ""),
            send("GET", "/q/" + stored(asked), ""))) {
      assertThat(json(other).get("data")).as("%s", other.uri()).isEqualTo(data);
      assertThat(json(other).at("/extensions/dataset"))
          .as("%s", other.uri())
          .isEqualTo(posted.at("/extensions/dataset"));
    }
    String permanent = posted.at("/extensions/permanentLink").asString("");
    if (!permanent.isEmpty()) {
      JsonNode lasting = json(send("GET", permanent, "")).get("data");
      assertThat(stateless(lasting)).as(permanent).isEqualTo(stateless(data));
      String later = json(send("GET", permanent, "")).at("/extensions/permanentLink").asString();
      assertThat(json(send("GET", later, "")).get("data")).as(later).isEqualTo(lasting);
    }
    nodes(data);
  }

  /** What an id names is what was read under it. */
  private void nodes(JsonNode data) throws IOException, InterruptedException {
    for (JsonNode parent : data.findParents("id")) {
      Map<String, String> leaves =
          parent
              .propertyStream()
              .filter(
                  field -> field.getValue().isValueNode() && !field.getKey().contains("entence"))
              .filter(field -> !field.getKey().equals("title") && !field.getKey().equals("name"))
              .collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue().toString()));
      String id = parent.get("id").asString();
      Asked asked = Asked.of("{ node(id: \"" + id + "\") { id __typename } }");
      JsonNode node = JSON.readTree(send("POST", "/graphql", asked.body()).body());
      if (node.path("data").path("node").isObject()) {
        String type = node.at("/data/node/__typename").asString();
        String fields = String.join(" ", leaves.keySet());
        JsonNode again =
            json(
                send(
                    "POST",
                    "/graphql",
                    Asked.of(
                            "{ node(id: \"%s\") { ... on %s { %s } } }".formatted(id, type, fields))
                        .body()));
        leaves.forEach(
            (name, value) -> assertThat(again.at("/data/node/" + name)).hasToString(value));
      } else {
        assertThat(node.at("/errors/0/message").asString())
            .isEqualTo("This is the id of a change, which is no node.");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "query ($v: Boolean = true) { projects(first: 1) @skip(if: $v) { totalCount } }",
        "query ($v: Boolean = true) { projects(first: 1) { totalCount @include(if: $v) } }",
        "query ($v: UnitScope) { orgUnits { nodes { projects(within: $v) { totalCount } } } }",
        "query ($v: OrderDirection) { targets(orderBy: {field: KEY, direction: $v}) { totalCount }"
            + " }",
        "query ($v: String) { targets(filter: {key: {eq: $v}}) { totalCount } }",
        "query ($v: String) { nobody: targets(municipality: \"nowhere\", after: $v) { totalCount }"
            + " }",
        "{ targets(on: \"2025-02-30\") { totalCount } }",
        "{ targets(knownAt: \"2031-01-01\") { totalCount } }",
        "{ changes(filter: {subject: {in: null}}) { nodes { key } } }",
        "{ targets(first: 201) { nodes { key } } }"
      })
  void isRefusedAlikeByEveryWay(String document) throws IOException, InterruptedException {
    Asked asked = new Asked(document, Collections.singletonMap("v", null), null);
    HttpResponse<String> posted = send("POST", "/graphql", asked.body());
    JsonNode errors = JSON.readTree(posted.body()).get("errors");
    assertThat(posted.statusCode()).as(posted.body()).isBetween(400, 404);
    for (HttpResponse<String> other :
        List.of(
            send("QUERY", "/graphql", asked.body()),
            send("GET", "/graphql?" + asked.address(), ""),
            send("GET", asked.carried(), ""))) {
      assertThat(other.statusCode()).as("%s", other.uri()).isEqualTo(posted.statusCode());
      assertThat(JSON.readTree(other.body()).get("errors").findValues("code"))
          .as("%s", other.uri())
          .isEqualTo(errors.findValues("code"));
    }
    assertThat(send("GET", asked.carried() + ".csv", "").statusCode())
        .isEqualTo(posted.statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ projects(municipality: \"musterstadt\", first: 150) { nodes { key title status"
            + " plannedEnd slippageDays leadUnit { key name } focusArea { name } } } }",
        "{ targets(first: 50) { nodes { key wording outcome dueOn targetValue unit gap { value } }"
            + " } }",
        "{ services(municipality: \"musterstadt\", first: 99, filter: {endToEnd: {eq: YES}}) {"
            + " nodes { key name endToEnd maturityLevel } } }",
        "{ statusHistory(municipality: \"musterstadt\", last: 60) { nodes { key effectiveOn subject"
            + " { key } } } }",
        "{ sources(first: 30) { nodes { key title publisher publishedOn url } } }"
      })
  void isTheSameAsAFile(String document) throws IOException, InterruptedException {
    JsonNode data = json(send("POST", "/graphql", Asked.of(document).body())).get("data");
    List<JsonNode> nodes = data.iterator().next().get("nodes").valueStream().toList();
    assertThat(nodes).hasSizeGreaterThan(5);
    String link = Asked.of(document).carried();
    List<NamedCsvRecord> rows;
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(send("GET", link + ".csv", "").body())) {
      rows = csv.stream().toList();
    }
    assertThat(rows).hasSameSizeAs(nodes);
    List<JsonNode> lines =
        send("GET", link + ".jsonl", "").body().lines().map(JSON::readTree).toList();
    assertThat(lines).hasSameSizeAs(nodes);
    for (int i = 0; i < nodes.size(); i++) {
      Map<String, String> leaves = leaves(nodes.get(i), "");
      for (Map.Entry<String, String> leaf : leaves.entrySet()) {
        assertThat(plain(rows.get(i).getField(leaf.getKey())))
            .as("%s of row %s", leaf.getKey(), i)
            .isEqualTo(leaf.getValue());
      }
      assertThat(leaves(lines.get(i), "")).containsAllEntriesOf(leaves);
    }
  }

  /** Texts and numbers by their dotted names; a number in its shortest form. */
  private static Map<String, String> leaves(JsonNode node, String prefix) {
    Map<String, String> leaves = new LinkedHashMap<>();
    node.propertyStream()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              String name = prefix + field.getKey();
              if (value.isObject()) {
                leaves.putAll(leaves(value, name + "."));
              } else if (!value.isNull()) {
                leaves.put(
                    name,
                    value.isNumber()
                        ? value.decimalValue().stripTrailingZeros().toPlainString()
                        : value.asString());
              }
            });
    return leaves;
  }

  private static String plain(String cell) {
    return cell.matches("-?\\d+(\\.\\d+)?")
        ? new BigDecimal(cell).stripTrailingZeros().toPlainString()
        : cell;
  }

  private static JsonNode stateless(JsonNode data) {
    JsonNode copy = data.deepCopy();
    STATE.forEach(
        name -> copy.findParents(name).forEach(parent -> ((ObjectNode) parent).remove(name)));
    return copy;
  }

  private String persisted(Asked asked) throws IOException, InterruptedException {
    Map<String, Object> extensions =
        Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", Sha256.hex(asked.document())));
    String parameter = "&extensions=" + Asked.encoded(JSON.writeValueAsString(extensions));
    send("GET", "/graphql?" + asked.address() + parameter, "");
    return "/graphql?variables="
        + Asked.encoded(JSON.writeValueAsString(asked.variables()))
        + parameter;
  }

  private String stored(Asked asked) throws IOException, InterruptedException {
    return asked.name() == null
        ? json(send("POST", "/q", asked.body())).get("id").asString()
        : asked.name();
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
            URI.create(path.startsWith("http") ? path : "http://localhost:" + port + path));
    request.header("Accept", "application/graphql-response+json, */*;q=0.5");
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    return CLIENT.send(
        request
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> response) {
    JsonNode answer = JSON.readTree(response.body());
    assertThat(response.statusCode()).as("%s %s", response.uri(), response.body()).isLessThan(300);
    return answer;
  }
}

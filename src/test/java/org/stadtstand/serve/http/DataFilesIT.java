package org.stadtstand.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.Questions;
import org.stadtstand.ServerTest;
import org.stadtstand.deliver.finding.Findings;
import org.stadtstand.deliver.reading.Deliveries;
import org.stadtstand.deliver.reading.Delivery;
import org.stadtstand.deliver.reading.TableFile;
import org.stadtstand.serve.format.Files;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole tables over HTTP, and that downloaded tables can be delivered again. */
@ServerTest
class DataFilesIT {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @LocalServerPort private int port;
  @Autowired private Questions questions;
  @Autowired private Deliveries deliveries;

  @ParameterizedTest
  @CsvSource({
    "/data, /data/datapackage.json",
    "/data?municipality=musterstadt, /data/datapackage.json?municipality=musterstadt",
    "/data/musterstadt, /data/musterstadt/datapackage.json",
    "/data/05111000, /data/05111000/datapackage.json"
  })
  void theAddressOfAllFilesLeadsToWhatListsThem(String address, String list) throws Exception {
    HttpResponse<byte[]> response = get(address);
    assertThat(response.statusCode()).isEqualTo(303);
    assertThat(header(response, "location")).endsWith(list);
    assertThat(get(list).statusCode()).isEqualTo(200);
    assertThat(get("/data/nowhere").statusCode()).isEqualTo(404);
  }

  @Test
  void aTableHasTheColumnsOfADeliveryAndAllItsRows() throws Exception {
    HttpResponse<byte[]> response = get("/data/project.csv?municipality=musterstadt");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "content-type")).startsWith("text/csv").contains("header=present");
    List<List<String>> cells = Files.read(text(response));
    assertThat(cells.getFirst())
        .startsWith("key", "title_de")
        .contains("planned_end", "lead_unit", "source")
        .doesNotContain("record", "since");
    int count =
        questions
            .data("{ projects(municipality: \"musterstadt\") { totalCount } }")
            .at("/projects/totalCount")
            .asInt();
    assertThat(cells).hasSize(count + 1);
    int unit = cells.getFirst().indexOf("lead_unit");
    assertThat(cells.get(1).get(unit)).matches("[a-z0-9._-]+");
  }

  @Test
  void datesStandAsExactlyAsTheyAreKnownAndIdentifiersWithTheirZeros() throws Exception {
    List<List<String>> targets = Files.read(text(get("/data/target.csv")));
    int due = targets.getFirst().indexOf("due_on");
    assertThat(targets.get(1).get(due)).isEqualTo("2025");
    assertThat(text(get("/data/municipality.csv"))).contains("\"05111000\"");
    assertThat(text(get("/data/identifier.csv"))).contains("public_service:");
  }

  @Test
  void anEarlierReleaseStaysAsItWasAndSaysThatItDoes() throws Exception {
    HttpResponse<byte[]> first = get("/data/source@1.csv");
    assertThat(header(first, "cache-control")).contains("immutable").contains("max-age=86400");
    assertThat(header(first, "last-modified")).isNotEmpty();
    assertThat(header(first, "surrogate-key")).isEqualTo("lasting duesseldorf duesseldorf@1");
    assertThat(Files.read(text(first)).size())
        .isLessThan(Files.read(text(get("/data/source@4.csv"))).size());
    assertThat(header(get("/data/source.csv"), "cache-control"))
        .contains("stale-while-revalidate")
        .doesNotContain("immutable");
  }

  @Test
  void whatTheCallerHasAlreadyIsNotSentAgain() throws Exception {
    String tag = header(get("/data/target@4.csv"), "etag");
    HttpResponse<byte[]> again =
        CLIENT.send(
            request("/data/target@4.csv").header("If-None-Match", tag).build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    HttpResponse<byte[]> head =
        CLIENT.send(
            request("/data/target@4.csv")
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(header(head, "etag")).isEqualTo(tag);
    assertThat(header(head, "content-disposition")).contains("duesseldorf-4-target.csv");
    assertThat(head.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "project@9.csv",
        "project.csv",
        "datapackage@9.json",
        "package@9.zip",
        "package@9.sqlite",
        "project.sqlite"
      })
  void aFileIsWholeAndSaysHowItCanBeChecked(String file) throws Exception {
    HttpResponse<byte[]> first = get("/data/musterstadt/" + file);
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(header(first, "content-length")).isEqualTo("" + first.body().length);
    assertThat(header(first, "accept-ranges")).isEqualTo("bytes");
    assertThat(header(first, "etag")).matches("\"[\\w-]+\"");
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(first.body());
    assertThat(header(first, "repr-digest"))
        .isEqualTo("sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
    HttpResponse<byte[]> coded =
        send(request("/data/musterstadt/" + file).header("Accept-Encoding", "gzip"));
    boolean zip = file.endsWith(".zip");
    assertThat(header(coded, "content-encoding")).isEqualTo(zip ? "" : "gzip");
    byte[] plain =
        zip
            ? coded.body()
            : new GZIPInputStream(new ByteArrayInputStream(coded.body())).readAllBytes();
    assertThat(plain).isEqualTo(first.body());
    assertThat(header(coded, "content-length")).isEqualTo("" + coded.body().length);
    assertThat(header(coded, "etag").equals(header(first, "etag"))).isEqualTo(zip);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-99,0,100",
    "bytes=100-,100,",
    "bytes=-50,-50,50",
    "bytes=5-5,5,1",
    "bytes=10-999999999,10,"
  })
  void aDownloadGoesOnWhereItWasInterrupted(String range, int from, Integer length)
      throws Exception {
    String path = "/data/musterstadt/project@9.csv";
    HttpResponse<byte[]> whole = get(path);
    int total = whole.body().length;
    int first = from < 0 ? total + from : from;
    int end = length == null ? total : first + length;
    for (String validator : List.of("etag", "last-modified")) {
      HttpResponse<byte[]> part =
          send(
              request(path)
                  .header("Range", range)
                  .header("If-Range", header(whole, validator))
                  .header("Accept-Encoding", "gzip"));
      assertThat(part.statusCode()).isEqualTo(206);
      assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), first, end));
      assertThat(header(part, "content-range"))
          .isEqualTo("bytes %d-%d/%d".formatted(first, end - 1, total));
      assertThat(header(part, "etag")).isEqualTo(header(whole, "etag"));
      assertThat(header(part, "repr-digest")).isEqualTo(header(whole, "repr-digest"));
    }
    HttpResponse<byte[]> other =
        send(request(path).header("Range", range).header("If-Range", "\"another\""));
    assertThat(other.statusCode()).isEqualTo(200);
    assertThat(other.body()).isEqualTo(whole.body());
  }

  @ParameterizedTest
  @CsvSource({"bytes=a-b,200", "lines=1-2,200", "'bytes=0-1,5-6',200", "bytes=99999999-,416"})
  void aPartThatCannotBeCutIsTheWholeOrRefused(String range, int status) throws Exception {
    HttpResponse<byte[]> response =
        send(request("/data/musterstadt/focus_area@9.csv").header("Range", range));
    assertThat(response.statusCode()).isEqualTo(status);
    if (status == 416) {
      assertThat(header(response, "content-range")).matches("bytes \\*/\\d+");
      assertThat(header(response, "etag")).isEmpty();
      assertThat(header(response, "cache-control")).isEqualTo("no-store");
      assertThat(json(response).at("/errors/0/extensions/code").asString()).isEqualTo("BAD_RANGE");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "target@4.csv,text/csv,200",
    "target@4.csv,text/*,200",
    "target@4.csv,'text/html, */*;q=0.1',200",
    "target@4.csv,application/json,406",
    "target@4.csv,'text/csv;q=0, */*',406",
    "datapackage@4.json,text/csv,406",
    "package@4.zip,application/zip,200",
    "package@4.zip,text/*,406"
  })
  void theSuffixDecidesAndAcceptMayOnlyExcludeIt(String file, String accept, int status)
      throws Exception {
    HttpResponse<byte[]> response =
        send(request("/data/duesseldorf/" + file).header("Accept", accept));
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(header(response, "vary")).contains("Accept,");
  }

  @Test
  void theAddressOfACityIsThatOfItsKeyAgsAndParameter() throws Exception {
    byte[] expected = get("/data/duesseldorf/target@4.csv").body();
    for (String path :
        List.of(
            "/data/05111000/target@4.csv",
            "/data/target@4.csv",
            "/data/target@4.csv?municipality=duesseldorf")) {
      assertThat(get(path).body()).as(path).isEqualTo(expected);
    }
    JsonNode description = json(get("/data/duesseldorf/datapackage@4.json"));
    assertThat(description.at("/resources/0/path").asString()).matches("[a-z_]+@4\\.csv");
  }

  @ParameterizedTest
  @CsvSource({
    "/data/nothing.csv,404,UNKNOWN_TABLE",
    "/data/record.csv,404,UNKNOWN_TABLE",
    "/data/project.xml,404,UNKNOWN_TABLE",
    "/data/project.json,404,UNKNOWN_TABLE",
    "/data/project.zip,404,UNKNOWN_TABLE",
    "/data/project@0.csv,404,UNKNOWN_TABLE",
    "/data/project@4;drop.csv,404,UNKNOWN_TABLE",
    "/data/project@99.csv,404,UNKNOWN_RELEASE",
    "/data/project.csv?municipality=atlantis,404,UNKNOWN_MUNICIPALITY",
    "/data/project.csv?municipality=ALL,400,BAD_ARGUMENT",
    "/data/project.csv?dialect=excel-de,400,BAD_ARGUMENT",
    "/data/atlantis/project.csv,404,UNKNOWN_MUNICIPALITY",
    "/data/duesseldorf/nothing.csv,404,UNKNOWN_TABLE",
    "/data/duesseldorf/project@99.csv,404,UNKNOWN_RELEASE",
    "/data/duesseldorf/project.csv?municipality=musterstadt,400,BAD_ARGUMENT",
    "/data/project.csv?municipality=musterstadt&municipality=duesseldorf,400,BAD_REQUEST"
  })
  void whatIsNotThereIsRefused(String path, int status, String code) throws Exception {
    HttpResponse<byte[]> response = get(path);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(header(response, "cache-control")).contains("no-store");
    assertThat(header(response, "etag")).isEmpty();
    assertThat(header(response, "content-disposition")).isEmpty();
    assertThat(header(response, "access-control-allow-origin"))
        .as("a page of another host may read why")
        .isEqualTo("*");
    JsonNode error = json(response).at("/errors/0");
    assertThat(error.at("/extensions/code").asString()).isEqualTo(code);
    assertThat(error.at("/extensions/hint").asString()).isNotBlank();
  }

  @Test
  void theDescriptionLeadsToEachTable() throws Exception {
    HttpResponse<byte[]> response = get("/data/datapackage.json?municipality=musterstadt");
    JsonNode description = json(response);
    assertThat(description.at("/stadtstand/standing").asString()).isEqualTo("DEMO");
    assertThat(description.at("/licenses/0/path").asString()).startsWith("https://");
    for (JsonNode resource : description.get("resources")) {
      HttpResponse<byte[]> table = get("/data/" + resource.get("path").asString());
      assertThat(table.statusCode()).isEqualTo(200);
      List<String> declared =
          resource.at("/schema/fields").valueStream().map(f -> f.get("name").asString()).toList();
      assertThat(Files.read(text(table)).getFirst()).isEqualTo(declared);
    }
  }

  @ParameterizedTest
  @CsvSource({"duesseldorf,4", "musterstadt,9"})
  void whatIsTakenHomeCanBeDelivered(String municipality, int number, @TempDir Path folder)
      throws Exception {
    HttpResponse<byte[]> archive =
        get("/data/package@%d.zip?municipality=%s".formatted(number, municipality));
    assertThat(header(archive, "content-type")).isEqualTo("application/zip");
    Map<String, Integer> lines = unpack(archive.body(), folder);
    Findings findings = deliveries.findings(folder);
    Delivery delivery = Objects.requireNonNull(deliveries.open(folder, findings));
    Map<String, Integer> rows = new HashMap<>();
    for (TableFile file : delivery.files()) {
      delivery.read(file, row -> rows.merge(file.name(), 1, Integer::sum));
    }
    // A table without rows is mentioned, and nothing else is.
    assertThat(findings.list()).filteredOn(finding -> !finding.rule().equals("no-rows")).isEmpty();
    lines.remove("datapackage.json");
    assertThat(rows).isNotEmpty();
    lines.forEach(
        (name, count) -> assertThat(rows.getOrDefault(name, 0)).as(name).isEqualTo(count - 1));
  }

  @Test
  void anAnswerIsTakenHomeByWhatIsAccepted() throws Exception {
    String query = "%7Btargets%7Bnodes%7Bkey%20targetValue%7D%7D%7D";
    HttpResponse<byte[]> csv =
        CLIENT.send(
            request("/graphql?dialect=excel-de&query=" + query)
                .header("Accept", "text/csv")
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(csv.statusCode()).isEqualTo(200);
    assertThat(text(csv)).startsWith("\uFEFFkey;targetValue\r\n");
    HttpResponse<byte[]> refused =
        CLIENT.send(
            request("/graphql?dialect=none&query=" + query).header("Accept", "text/csv").build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused).at("/errors/0/extensions/code").asString()).isEqualTo("BAD_ARGUMENT");
  }

  @Test
  void aLinkEndsInTheFormThatIsWanted() throws Exception {
    HttpResponse<byte[]> csv = get("/q/verfehlte-ziele-2025.csv?labels=de");
    assertThat(csv.statusCode()).as(text(csv)).isEqualTo(200);
    String described = header(csv, "link");
    assertThat(described).startsWith("<verfehlte-ziele-2025.csv-metadata.json?labels=de>");
    HttpResponse<byte[]> description = get("/q/" + described.substring(1, described.indexOf('>')));
    assertThat(json(description).get("url").asString())
        .as("the address that was asked")
        .isEqualTo("verfehlte-ziele-2025.csv?labels=de");
    assertThat(header(get("/q/verfehlte-ziele-2025.xlsx"), "content-type"))
        .contains("spreadsheetml");
  }

  private static Map<String, Integer> unpack(byte[] archive, Path folder) throws IOException {
    Map<String, Integer> lines = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] bytes = zip.readAllBytes();
        java.nio.file.Files.write(folder.resolve(entry.getName()), bytes);
        if (entry.getName().endsWith(".csv")) {
          lines.put(entry.getName(), Files.read(new String(bytes, StandardCharsets.UTF_8)).size());
        }
      }
    }
    return lines;
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    return CLIENT.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private static String header(HttpResponse<?> response, String name) {
    return Optional.of(response.headers()).flatMap(h -> h.firstValue(name)).orElse("");
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private static JsonNode json(HttpResponse<byte[]> response) {
    return JsonMapper.builder().build().readTree(response.body());
  }
}

package org.stadtstand.serve.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.ServerTest;
import org.stadtstand.ground.encoding.Sha256;
import org.stadtstand.ground.vocabulary.Vocabulary;
import org.stadtstand.serve.link.Web;

/** The catalogue of the running server, as portals read it. */
@ServerTest
class CatalogueIT {

  private static final Map<String, Lang> FORMS =
      Map.of(".ttl", Lang.TURTLE, ".rdf", Lang.RDFXML, ".jsonld", Lang.JSONLD);

  @LocalServerPort private int port;

  private Web web() {
    return new Web(port);
  }

  private Model page(String suffix) {
    HttpResponse<String> response = web().get("/catalog" + suffix);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    Model page = ModelFactory.createDefaultModel();
    RDFDataMgr.read(page, new StringReader(response.body()), null, FORMS.get(suffix));
    return page;
  }

  @Test
  void saysTheSameInEachForm() {
    Model turtle = page(".ttl");
    assertThat(turtle.size()).isGreaterThan(1_000);
    for (String suffix : List.of(".rdf", ".jsonld")) {
      Model other = page(suffix);
      // The page names the next ones in its own form, and that is the only difference.
      Set<String> more = subjects(other.difference(turtle));
      assertThat(more)
          .as(suffix)
          .isNotEmpty()
          .allMatch(one -> one.endsWith("duesseldorf" + suffix));
    }
  }

  private static Set<String> subjects(Model model) {
    Set<String> names = new TreeSet<>();
    model.listSubjects().forEach(one -> names.add(one.toString()));
    return names;
  }

  @Test
  void listsEachTableAndQuestionOnceAndEachReleaseAsVersion() {
    Model page = page(".ttl");
    Resource catalogue = page.getResource(web().address() + "/catalog");
    List<String> listed =
        values(catalogue, "dcat:dataset").map(name -> name.replaceFirst(".*#", "")).toList();
    assertThat(listed)
        .doesNotHaveDuplicates()
        .contains("stand", "project", "target", "frage-ziele-2025")
        .doesNotContain("guideline", "withdrawals", "stand-1");
    Resource record = page.getResource(web().address() + "/catalog/duesseldorf#stand");
    assertThat(values(record, "dcat:hasVersion"))
        .containsExactlyInAnyOrder(record + "-1", record + "-2", record + "-3");
    assertThat(values(record, "dcat:previousVersion")).containsExactly(record + "-3");
    assertThat(values(record, "dcat:version")).containsExactly("4");
    Resource second = page.getResource(record + "-2");
    assertThat(values(second, "dcat:previousVersion")).containsExactly(record + "-1");
    assertThat(values(second, "dcat:distribution")).hasSize(1);
  }

  @Test
  void holdsNothingInvented() {
    assertThat(web().get("/catalog.ttl").body()).doesNotContain("musterstadt", "Musterstadt");
    assertThat(web().get("/catalog/musterstadt.ttl").statusCode()).isEqualTo(404);
  }

  @Test
  void measuresWhatItsDownloadsGive() throws Exception {
    Model page = page(".ttl");
    int checked = 0;
    for (Resource file :
        page.listSubjectsWithProperty(page.createProperty(CatalogueGraph.whole("dcat:byteSize")))
            .toList()) {
      String address = values(file, "dcat:downloadURL").findFirst().orElseThrow();
      byte[] bytes = bytes(address);
      assertThat(values(file, "dcat:byteSize"))
          .as(address)
          .containsExactly(String.valueOf(bytes.length));
      for (String checksum : values(file, "spdx:checksum").toList()) {
        assertThat(values(page.getResource(checksum), "spdx:checksumValue"))
            .as(address)
            .containsExactly(Sha256.hex(bytes));
      }
      checked++;
    }
    assertThat(checked).isGreaterThan(30);
  }

  private static byte[] bytes(String address) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      assertThat(response.statusCode()).as(address).isEqualTo(200);
      return response.body();
    }
  }

  @Test
  void usesTheListsOfOthers() {
    Model page = page(".ttl");
    assertThat(objects(page, "dct:license"))
        .isNotEmpty()
        .allMatch(address -> Vocabulary.LICENCE.code(address).isPresent());
    assertThat(objects(page, "dcat:theme"))
        .isNotEmpty()
        .allMatch(address -> Vocabulary.THEME.code(address).isPresent());
    assertThat(objects(page, "dcatde:contributorID"))
        .isNotEmpty()
        .allMatch(address -> Vocabulary.CONTRIBUTOR.code(address).isPresent());
    assertThat(objects(page, "dct:format"))
        .isNotEmpty()
        .allMatch(address -> address.matches(".*/authority/file-type/(CSV|JSON|XLSX)"));
    assertThat(objects(page, "dcat:mediaType"))
        .isNotEmpty()
        .allMatch(address -> address.startsWith(Addresses.IANA));
  }

  @Test
  void isExcellentByTheMeasureOfTheEuropeanPortal() {
    try (HarvestedCatalogue harvested = new HarvestedCatalogue(web().address())) {
      CatalogueQuality quality = new CatalogueQuality(harvested::answers);
      assertThat(harvested.read(quality::add)).hasSize(1);
      assertThat(quality.violations()).isEmpty();
      assertThat(quality.datasets()).isGreaterThan(30);
      assertThat(quality.points()).as(quality.table()).isGreaterThanOrEqualTo(400);
    }
  }

  @Test
  void isKeptUntilSomethingIsPublished() {
    HttpResponse<String> first = web().get("/catalog.ttl");
    String etag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(web().get("/catalog.ttl").body()).isEqualTo(first.body());
    HttpResponse<String> again = web().get("/catalog.ttl", "If-None-Match", etag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    HttpResponse<String> head = web().head("/catalog.ttl");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("ETag")).contains(etag);
    assertThat(head.headers().firstValue("Content-Length")).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/*                                        | text/turtle",
        "application/rdf+xml                        | application/rdf+xml",
        "application/ld+json, text/turtle;q=0.5     | application/ld+json",
        "text/html,application/xml;q=0.9,*/*;q=0.8  | text/turtle",
      })
  void isGivenAsAsked(String accept, String given) {
    HttpResponse<String> response = web().get("/catalog", "Accept", accept);
    assertThat(response.headers().firstValue("Content-Type")).contains(given + ";charset=UTF-8");
    assertThat(response.headers().allValues("Vary").toString()).contains("Accept");
    assertThat(response.headers().allValues("Link").toString())
        .contains("rel=\"alternate\"")
        .doesNotContain(given);
  }

  @ParameterizedTest
  @CsvSource({
    "/catalog.csv, 404, NOT_FOUND",
    "/catalog/duesseldorf.csv, 404, NOT_FOUND",
    "/catalog/nowhere.ttl, 404, NOT_FOUND",
    "/catalog/99, 404, NOT_FOUND",
    "/catalog.ttl?page=2, 400, BAD_ARGUMENT",
    "/catalog/../catalogue, 404, NOT_FOUND",
  })
  void tellsWhatThereIsNot(String path, int status, String code) {
    HttpResponse<String> response = web().get(path);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).contains("\"" + code + "\"", "hint").hasSizeLessThan(1_000);
  }

  @Test
  void refusesWhoAcceptsNoneOfItsForms() {
    HttpResponse<String> response = web().get("/catalog", "Accept", "image/png");
    assertThat(response.statusCode()).isEqualTo(406);
    assertThat(response.body()).contains("text/turtle, application/rdf+xml, application/ld+json");
  }

  /** Names the folder with the shapes of DCAT-AP.de 3.0 and of SEMIC, and their lists. */
  @Test
  @EnabledIfEnvironmentVariable(
      named = "DCAT_SHAPES",
      matches = ".+",
      disabledReason = "DCAT_SHAPES names no folder with the shapes of DCAT-AP.de 3.0")
  void conformsToTheGermanProfileAndThatOfTheUnion() {
    Path folder = Path.of(System.getenv("DCAT_SHAPES"));
    Model shapes = ModelFactory.createDefaultModel();
    Stream.of(
            "dcat-ap-3.0.0/dcat-ap-SHACL.ttl",
            "dcat-ap-de-3.0/dcat-ap-SHACL-DE.ttl",
            "dcat-ap-de-3.0/dcat-ap-de-deprecated.ttl",
            "dcat-ap-de-3.0/dcat-ap-spec-german-additions.ttl",
            "dcat-ap-de-3.0/dcat-ap-de-controlledvocabularies.ttl")
        .forEach(file -> RDFDataMgr.read(shapes, folder.resolve(file).toString()));
    Model page = page(".ttl");
    Model lists = ModelFactory.createDefaultModel();
    Stream.of(
            "vocabulary-stubs.ttl",
            "govdata-dashboard/dcat-ap-de-licenses-open.rdf",
            "govdata-dashboard/dcat-ap-de-contributors.rdf")
        .filter(file -> Files.exists(folder.resolve(file)))
        .forEach(file -> RDFDataMgr.read(lists, folder.resolve(file).toString()));
    concept(lists, "data-theme/TECH");
    concept(lists, "file-type/XLSX");
    Shapes all = Shapes.parse(shapes.getGraph());
    assertThat(all.numShapes()).isGreaterThan(20);
    assertThat(
            ShaclValidator.get().validate(all, page.union(lists).getGraph()).getEntries().stream()
                .map(entry -> entry.focusNode() + " " + entry.resultPath() + " " + entry.message()))
        .isEmpty();
    page.removeAll(null, page.createProperty(CatalogueGraph.whole("dct:license")), null);
    assertThat(ShaclValidator.get().validate(all, page.union(lists).getGraph()).conforms())
        .as("without licences")
        .isFalse();
  }

  /** A code of a list that the folder does not hold. */
  private static void concept(Model lists, String code) {
    String list = code.replaceFirst("/.*", "");
    lists
        .createResource(Addresses.AUTHORITY + code)
        .addProperty(
            lists.createProperty(CatalogueGraph.whole("skos:inScheme")),
            lists.createResource(Addresses.AUTHORITY + list))
        .addProperty(RDF.type, lists.createResource(CatalogueGraph.whole("skos:Concept")));
  }

  private static List<String> objects(Model page, String property) {
    return page.listObjectsOfProperty(page.createProperty(CatalogueGraph.whole(property)))
        .mapWith(Object::toString)
        .toList();
  }

  private static Stream<String> values(Resource node, String property) {
    return node
        .listProperties(node.getModel().createProperty(CatalogueGraph.whole(property)))
        .mapWith(said -> said.getObject())
        .mapWith(value -> value.isLiteral() ? value.asLiteral().getLexicalForm() : value.toString())
        .toList()
        .stream();
  }
}

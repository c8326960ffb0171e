package org.stadtstand.serve.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.ServerTest;
import org.stadtstand.serve.link.Web;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What machines find first leads to what is there. */
@ServerTest
class DiscoveryIT {

  private static final Pattern ADDRESS = Pattern.compile("<loc>([^<]+)</loc>");
  private static final int EVERY = 23;

  @LocalServerPort private int port;

  private Web web() {
    return new Web(port);
  }

  private List<String> addresses(String path) {
    HttpResponse<String> response = web().get(path);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type"))
        .contains("application/xml;charset=UTF-8");
    return ADDRESS
        .matcher(response.body())
        .results()
        .map(found -> found.group(1).replace(web().address(), ""))
        .toList();
  }

  @Test
  void sitemapLeadsToEveryPageInBothLanguagesAndToNothingInvented() {
    List<String> parts = addresses("/sitemap.xml");
    assertThat(parts).containsExactly("/sitemap/seiten.xml", "/sitemap/duesseldorf-1.xml");
    List<String> pages = new ArrayList<>();
    parts.forEach(part -> pages.addAll(addresses(part)));
    assertThat(pages)
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(200)
        .contains("/", "/en", "/duesseldorf", "/en/duesseldorf/ziele", "/duesseldorf/stand/4")
        .noneMatch(page -> page.contains("musterstadt"));
    for (int i = 0; i < pages.size(); i += EVERY) {
      HttpResponse<String> page = web().visit(pages.get(i));
      assertThat(page.statusCode()).as(pages.get(i)).isEqualTo(200);
      assertThat(page.headers().firstValue("X-Robots-Tag")).as(pages.get(i)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sitemap/duesseldorf-2.xml",
        "/sitemap/musterstadt-1.xml",
        "/sitemap/nowhere-1.xml",
        "/sitemap/duesseldorf-0.xml",
        "/sitemap/duesseldorf-999999.xml",
        "/sitemap/duesseldorf",
        "/.well-known/security.txt"
      })
  void tellsWhatThereIsNot(String path) {
    HttpResponse<String> response = web().get(path);
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).contains("\"NOT_FOUND\"", "hint");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/sitemap.xml", "/robots.txt", "/.well-known/api-catalog", "/openapi.json"})
  void isKnownAgain(String path) {
    String etag = web().get(path).headers().firstValue("ETag").orElseThrow();
    assertThat(web().get(path, "If-None-Match", etag).statusCode()).isEqualTo(304);
    assertThat(web().head(path).statusCode()).isEqualTo(200);
  }

  @Test
  void robotsFindTheSitemap() {
    assertThat(web().get("/robots.txt").body())
        .contains("Disallow: /graphql\n", "Sitemap: " + web().address() + "/sitemap.xml");
  }

  @Test
  void apiCatalogueLeadsToDescriptionsThatAreThere() {
    HttpResponse<String> response = web().get("/.well-known/api-catalog");
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/linkset+json");
    List<String> described = new ArrayList<>();
    for (JsonNode link : json(response.body()).path("linkset")) {
      for (String relation : List.of("service-desc", "service-doc", "status")) {
        link.path(relation).forEach(one -> described.add(one.path("href").asString()));
      }
    }
    assertThat(described).hasSizeGreaterThan(8);
    described.stream()
        .distinct()
        .map(address -> address.replace(web().address(), ""))
        .forEach(path -> assertThat(web().visit(path).statusCode()).as(path).isEqualTo(200));
  }

  @Test
  void apiCatalogueNamesNothingThatIsNotThere() {
    JsonNode linkset = json(web().get("/.well-known/api-catalog").body()).path("linkset");
    List<String> items = new ArrayList<>();
    linkset.path(0).path("item").forEach(one -> items.add(one.path("href").asString()));
    assertThat(items).hasSizeGreaterThan(4);
    for (String item : items) {
      assertThat(web().get(item.replace(web().address(), "")).statusCode())
          .as(item)
          .isNotEqualTo(404);
    }
  }

  /** Each address of the description, with its own examples, gives a type that it names. */
  @Test
  void openApiSaysWhatTheAddressesGive() {
    JsonNode description = json(web().get("/openapi.json").body());
    assertThat(description.path("openapi").asString()).isEqualTo("3.1.0");
    List<String> asked = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
      JsonNode get = path.getValue().path("get");
      if (!get.isMissingNode()) {
        String address = path.getKey();
        for (JsonNode given : get.path("parameters")) {
          JsonNode parameter = resolved(description, given);
          address =
              address.replace(
                  "{" + parameter.path("name").asString() + "}",
                  parameter.path("example").asString(""));
        }
        HttpResponse<String> response = web().get(address);
        JsonNode answer =
            resolved(
                description, get.path("responses").path(String.valueOf(response.statusCode())));
        assertThat(answer.isMissingNode()).as("%s: %s", address, response.statusCode()).isFalse();
        if (answer.has("content")) {
          String type = response.headers().firstValue("Content-Type").orElseThrow();
          assertThat(answer.path("content").propertyNames())
              .as(address)
              .contains(type.replaceFirst(";.*", ""));
        }
        asked.add(address);
      }
    }
    assertThat(asked).hasSize(8);
  }

  private static JsonNode resolved(JsonNode description, JsonNode node) {
    String reference = node.path("$ref").asString("");
    return reference.isEmpty() ? node : description.at(reference.substring(1));
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}

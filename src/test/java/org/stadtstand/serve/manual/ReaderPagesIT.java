package org.stadtstand.serve.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;
import org.stadtstand.ServerTest;
import org.stadtstand.serve.link.Web;

/** The documentation as sent over HTTP: every link leads where it says, in its language. */
@ServerTest
class ReaderPagesIT {

  private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"]*)\"");

  @LocalServerPort private int port;

  private Web web = new Web(0);

  @BeforeEach
  void find() {
    web = new Web(port);
  }

  @Test
  void everyLinkOfTheDocumentationForReadersIsAnsweredWithItsAnchor() {
    Map<String, HttpResponse<String>> visited = new HashMap<>();
    List<String> broken = new ArrayList<>();
    List<String> pages =
        Stream.of("/docs", "/en/docs")
            .flatMap(
                root ->
                    Stream.concat(
                        Stream.of(root),
                        Stream.of(ReaderPage.values()).map(page -> root + "/" + page.path())))
            .toList();
    for (String page : pages) {
      HttpResponse<String> shown = visited.computeIfAbsent(page, web::visit);
      assertThat(shown.statusCode()).as(page).isEqualTo(200);
      boolean english = page.startsWith("/en");
      assertThat(shown.headers().firstValue("Content-Language")).contains(english ? "en" : "de");
      assertThat(shown.body())
          .contains(
              "<html lang=\"" + (english ? "en" : "de") + "\">", "<meta name=\"description\"");
      for (String link : links(shown.body())) {
        String[] parts = link.split("#", 2);
        HttpResponse<String> there = visited.computeIfAbsent(parts[0], web::visit);
        if (there.statusCode() != 200
            || (parts.length > 1 && !there.body().contains("id=\"" + parts[1] + "\""))) {
          broken.add(page + " -> " + link + " " + there.statusCode());
        }
      }
    }
    assertThat(visited).hasSizeGreaterThan(80);
    assertThat(broken).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/en",
        "/staedte",
        "/docs",
        "/docs/api",
        "/docs/examples/ziele-2025",
        "/en/docs/examples/ziele-2025",
        "/graphiql",
        "/duesseldorf/ziele/inf-1",
        "/en/musterstadt/suche",
        "/q/ziele-2025",
        "/q/ziele-2025?lang=en",
        "/nothing",
        "/en/nothing"
      })
  void theFootOfEveryPageLeadsToWhatTheLawWants(String path) {
    String html = web.visit(path).body();
    boolean english = path.contains("en") && !path.contains("ziele-2025") || path.contains("lang");
    assertThat(links(html).stream().map(link -> link.replaceFirst("^/en", "")))
        .contains(
            "/docs/impressum",
            "/docs/datenschutz",
            "/docs/barrierefreiheit",
            "/docs/fehler-melden");
    if (english && !path.equals("/docs/api")) {
      assertThat(html).contains("href=\"/en/docs/impressum\"", ">Imprint<");
    }
  }

  @ParameterizedTest
  @CsvSource({"/nothing, de, Diese Seite gibt es nicht", "/en/nothing, en, There is no such page"})
  void whatIsNotThereIsSaidInTheLanguageOfItsAddress(String path, String language, String words) {
    HttpResponse<String> page = web.visit(path);
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.headers().firstValue("Content-Language")).contains(language);
    assertThat(page.body()).contains(words, "<html lang=\"" + language + "\">");
  }

  @ParameterizedTest
  @CsvSource({
    "/duesseldorf/projekte?text=%FF, noch einmal, Vielleicht wurde die Adresse verändert",
    "/en/duesseldorf/projekte?text=%FF, try again, Perhaps the address was altered"
  })
  void whatIsRefusedForEverIsNotToldToBeTriedAgain(String path, String vain, String words) {
    HttpResponse<String> page = web.visit(path);
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains(words).doesNotContain(vain);
  }

  @ParameterizedTest
  @CsvSource({
    "/impressum, /docs/impressum",
    "/datenschutz, /docs/datenschutz",
    "/barrierefreiheit, /docs/barrierefreiheit",
    "/en/docs/api, /docs/api"
  })
  void whereElsePeopleLookLeadsThere(String path, String there) {
    HttpResponse<String> moved = web.get(path);
    assertThat(moved.statusCode()).isEqualTo(301);
    assertThat(moved.headers().firstValue("Location").orElse("")).endsWith(there);
  }

  private static List<String> links(String html) {
    return LINK.matcher(html).results().map(link -> HtmlUtils.htmlUnescape(link.group(1))).toList();
  }
}

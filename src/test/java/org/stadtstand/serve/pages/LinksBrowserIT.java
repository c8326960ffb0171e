package org.stadtstand.serve.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.ServerTest;

/** The page of an answer and the links and files offered by the explorer, in a real browser. */
@ServerTest
class LinksBrowserIT {

  private static final Chromium CHROMIUM = new Chromium();

  @LocalServerPort private int port;

  @BeforeAll
  static void start() {
    CHROMIUM.start();
  }

  @AfterAll
  static void stop() {
    CHROMIUM.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q/ziele-2025@4",
        "/q/wie-viele-projekte?lang=en",
        "/q/mehrfach-verschoben-mit-terminen",
        "/q/was-stand-damals?lang=en",
        "/q/ziele-2025@99"
      })
  void nobodyIsShutOutOfAnAnswer(String path) {
    try (Visit visit = visit(path)) {
      assertThat(visit.barriers()).isEmpty();
      if (!path.endsWith("@99")) {
        assertThat(visit.page().locator("table").first()).isVisible();
        visit.isClean();
      }
    }
  }

  @Test
  void linesToCopyOpenByKeyboard() {
    try (Visit visit = visit("/q/ziele-2025@4")) {
      Locator python = visit.page().locator("summary", hasText("Python"));
      python.focus();
      visit.page().keyboard().press("Enter");
      assertThat(visit.page().locator("details[open] pre")).containsText("urllib.request");
      assertThat(visit.barriers()).isEmpty();
      visit.isClean();
    }
  }

  @Test
  void anAnswerStandsInAFrameOfAnotherPage() throws IOException {
    byte[] frame =
        """
        <iframe title='a' height='540' src='http://localhost:%1$d/q/ziele-2025@4'></iframe>
        <iframe title='b' height='540' src='http://localhost:%1$d/q/glasfaser-ziel.html?frame=true'>
        </iframe><script src='http://localhost:%1$d/embed.js' async></script>
        """
            .formatted(port)
            .getBytes(StandardCharsets.UTF_8);
    HttpServer newspaper =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    newspaper.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, frame.length);
          exchange.getResponseBody().write(frame);
          exchange.close();
        });
    newspaper.start();
    String address = "http://127.0.0.1:" + newspaper.getAddress().getPort();
    try (Visit visit = CHROMIUM.visit(address, "/")) {
      Page page = visit.page();
      assertThat(page.frameLocator("[title=a]").locator("table")).containsText("inf-1");
      assertThat(page.frameLocator("[title=b]").locator(".chart")).isVisible();
      // The slim one tells its height, and the page around it heeds it; the other tells none.
      assertThat(page.locator("[title=b]")).hasAttribute("style", heightOfPixels());
      assertThat(page.locator("[title=a]")).not().hasAttribute("style", heightOfPixels());
    } finally {
      newspaper.stop(0);
    }
  }

  private static Pattern heightOfPixels() {
    return Pattern.compile("height: \\d+px;");
  }

  @ParameterizedTest
  @CsvSource({
    "Link, /q/~",
    "Zitat, @dataset{stadtstand-",
    "R, library(jsonlite)",
    "Python, urllib.request",
    "curl, curl --fail"
  })
  void theExplorerGivesItsAnswerAway(String button, String said) {
    try (Visit visit = visit("/graphiql")) {
      Page page = visit.page();
      assertThat(page.locator(".graphiql-query-editor")).containsText("query Ziele2025");
      page.locator(".takeaway button", exactly(button)).click();
      assertThat(page.locator(".taken pre")).containsText(said);
      assertThat(visit.barriers()).isEmpty();
      page.locator(".taken [data-do=close]").click();
      assertThat(page.locator(".taken")).isHidden();
      visit.isClean();
    }
  }

  @Test
  void aMistakeInTheEditorIsTold() {
    try (Visit visit = visit("/graphiql#query=" + "%7B%20nothing%20%7D")) {
      Page page = visit.page();
      assertThat(page.locator(".graphiql-query-editor")).containsText("nothing");
      page.locator(".takeaway button", exactly("Zitat")).click();
      assertThat(page.locator(".taken pre")).containsText("nothing");
    }
  }

  private Visit visit(String path) {
    return CHROMIUM.visit("http://localhost:" + port, path);
  }

  private static Page.LocatorOptions hasText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static Page.LocatorOptions exactly(String text) {
    return new Page.LocatorOptions()
        .setHasText(java.util.regex.Pattern.compile("^" + text + "\\b"));
  }
}

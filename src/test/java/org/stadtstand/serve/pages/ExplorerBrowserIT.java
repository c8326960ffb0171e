package org.stadtstand.serve.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.ServerTest;

/** The explorer in a real browser, on a fast computer and on a slow one. */
@ServerTest
@ParameterizedClass(name = "{0} times as slow")
@ValueSource(ints = {1, 4})
class ExplorerBrowserIT {

  private static final Chromium CHROMIUM = new Chromium();

  /** A function that chooses an example other than the first. */
  private static final String CHOOSE =
      """
      const choose = () =>
        Array.from(document.querySelectorAll('.examples a'))
          .find(link => link.textContent.includes('Wie viele die Online-Anmeldung')).click();
      """;

  /** Moments during loading at which a reader may choose an example. */
  enum Moment {
    PAGE_IS_READ("document.addEventListener('DOMContentLoaded', choose);"),
    FRAME_IS_DRAWN(once(".graphiql-query-editor")),
    EDITOR_IS_DRAWN(once(".graphiql-query-editor .CodeMirror"));

    private final String script;

    Moment(String script) {
      this.script = script;
    }

    private static String once(String selector) {
      return """
      new MutationObserver((changes, observer) => {
        if (document.querySelector('%s')) {
          observer.disconnect();
          choose();
        }
      }).observe(document, { childList: true, subtree: true });
      """
          .formatted(selector);
    }
  }

  @LocalServerPort private int port;

  @Parameter private int slowness;

  @BeforeAll
  static void start() {
    CHROMIUM.start();
  }

  @AfterAll
  static void stop() {
    CHROMIUM.close();
  }

  @Test
  void aPageCanBeAskedAgainInGraphiql() {
    try (Visit visit = visit("/duesseldorf/ziele/inf-1")) {
      Page page = visit.page();
      page.locator(".foot a", hasText("Die Frage hinter dieser Seite")).click();
      run(page);
      assertThat(answer(page)).containsText("MISSED_ON_LAST_VALUE");
      visit.isClean();
    }
  }

  @Test
  void anExampleIsChosenByKeyboardAndAnswered() {
    try (Visit visit = visit("/graphiql")) {
      Page page = visit.page();
      assertThat(answer(page)).containsText("MISSED_ON_LAST_VALUE");
      Locator example = page.locator(".examples a", hasText("Wie viele die Online-Anmeldung"));
      example.focus();
      page.keyboard().press("Enter");
      assertThat(page.locator(".graphiql-query-editor")).containsText("query OnlineQuote");
      assertThat(example).hasAttribute("aria-current", "true");
      run(page);
      assertThat(answer(page)).containsText("124348");
      visit.isClean();
    }
  }

  /** On a slow computer the editor appears seconds after the examples. */
  @ParameterizedTest
  @EnumSource
  void anExampleChosenWhileTheEditorStartsIsKept(Moment moment) {
    Page empty = CHROMIUM.slowPage(slowness);
    empty.addInitScript(CHOOSE + moment.script);
    try (Visit visit = new Visit(empty, server(), "/graphiql")) {
      Page page = visit.page();
      assertThat(page.locator(".graphiql-query-editor")).containsText("query OnlineQuote");
      run(page);
      assertThat(answer(page)).containsText("124348");
      assertThat(page).hasURL(Pattern.compile("#query=.*OnlineQuote"));
      visit.isClean();
    }
  }

  @Test
  void inventedDataAreMarkedWhereTheyAreOffered() {
    try (Visit visit = visit("/graphiql")) {
      assertThat(visit.text(".examples")).contains("Demo – erfundene Daten");
      for (Locator link : visit.page().locator(".examples a").all()) {
        boolean asksDemo = link.getAttribute("href").contains("musterstadt");
        assertThat(link.innerText().startsWith("Demo")).isEqualTo(asksDemo);
      }
    }
  }

  private Visit visit(String path) {
    return new Visit(CHROMIUM.slowPage(slowness), server(), path);
  }

  private String server() {
    return "http://localhost:" + port;
  }

  private static void run(Page page) {
    page.locator(".graphiql-execute-button").click();
  }

  private static Locator answer(Page page) {
    return page.locator(".result-window");
  }

  private static Page.LocatorOptions hasText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}

package org.stadtstand.serve.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.ServerTest;

/**
 * The pages in a real browser: what they show, what they load and whether they are accessible. They
 * run no script but the explorer's, which {@link ExplorerBrowserIT} tries on a slow computer, too.
 */
@ServerTest
class PagesBrowserIT {

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

  @Test
  void theFirstPageTellsTheStateOfTheCity() {
    try (Visit visit = visit("/")) {
      assertThat(visit.text("h1")).contains("Von 6 fälligen Zielen ist keines");
      assertThat(visit.text("section:has(#targets)"))
          .contains("50 Prozent der Haushalte", "34 Prozent", "Die 75 meist gefragtesten");
      assertThat(visit.text("section:has(#against)"))
          .contains("130 Projekte", "230 Projekte", "über 300", "mehr als 380");
      assertThat(visit.text(".foot")).contains("nicht amtlich", "nachträglich");
      visit.isClean();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/en/staedte",
        "/graphiql",
        "/docs",
        "/docs/api",
        "/docs/examples/online-quote",
        "/duesseldorf",
        "/duesseldorf/ziele/inf-1",
        "/en/duesseldorf/projekte/glasfaserausbau",
        "/musterstadt/leistungen?online=YES&text=a",
        "/en/musterstadt/aenderungen",
        "/musterstadt/vergleich/8-9",
        "/en/duesseldorf/suche?text=Geburt"
      })
  void nobodyIsShutOut(String path) {
    try (Visit visit = visit(path)) {
      if (path.equals("/graphiql")) {
        assertThat(visit.page().locator(".graphiql-execute-button")).isVisible();
      }
      assertThat(visit.barriers()).isEmpty();
      visit.isClean();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/duesseldorf",
        "/duesseldorf/ziele/inf-1",
        "/duesseldorf/projekte?status=IN_PROGRESS",
        "/duesseldorf/zahlen",
        "/musterstadt/projekte/demo-p-0019",
        "/q/ziele-2025",
        "/duesseldorf/leistungen/auskunftssperre-melderegister",
        "/en/duesseldorf/quellen",
        "/en/musterstadt/stand/5",
        "/musterstadt/vergleich/8-9"
      })
  void onAPhoneNothingRunsOutOfThePage(String path) {
    try (Visit visit = visit(path)) {
      visit.page().setViewportSize(390, 800);
      assertThat(visit.page().evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
      assertThat(visit.barriers()).isEmpty();
      assertThat(visit.smallTargets()).isEmpty();
      visit.isClean();
    }
  }

  private Visit visit(String path) {
    return new Visit(CHROMIUM.slowPage(1), "http://localhost:" + port, path);
  }
}

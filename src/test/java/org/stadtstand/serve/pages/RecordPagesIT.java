package org.stadtstand.serve.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;
import org.stadtstand.ServerTest;
import org.stadtstand.serve.link.Web;

/** Every kind of page of both cities in both languages, as sent over HTTP. */
@ServerTest
class RecordPagesIT {

  private static final String TARGET =
      "„50 Prozent der Haushalte erhalten ein Angebot für einen Glasfaseranschluss“";

  private static final List<String> PAGES =
      List.of(
          "/duesseldorf",
          "/duesseldorf/ziele",
          "/duesseldorf/ziele/inf-1",
          "/duesseldorf/projekte",
          "/duesseldorf/projekte/glasfaserausbau",
          "/duesseldorf/leistungen",
          "/duesseldorf/leistungen/auskunftssperre-melderegister",
          "/duesseldorf/stellen",
          "/duesseldorf/stellen/adig",
          "/duesseldorf/quellen",
          "/duesseldorf/quellen/rp-2024-04",
          "/duesseldorf/stand/4",
          "/duesseldorf/vergleich/3-4",
          "/duesseldorf/zahlen",
          "/duesseldorf/aenderungen",
          "/duesseldorf/suche",
          "/musterstadt",
          "/musterstadt/ziele",
          "/musterstadt/projekte",
          "/musterstadt/projekte?status=PILOT&verschoben=3&ordnung=verzug",
          "/musterstadt/projekte/demo-p-0084",
          "/musterstadt/leistungen",
          "/musterstadt/stellen",
          "/musterstadt/stellen/demo-amt-statistik",
          "/musterstadt/quellen",
          "/musterstadt/quellen/demo-bericht-2021-12",
          "/musterstadt/stand/5",
          "/musterstadt/vergleich/8-9",
          "/musterstadt/zahlen",
          "/musterstadt/aenderungen",
          "/musterstadt/suche?text=digital&typ=PROJECT");

  @LocalServerPort private int port;

  private Web web = new Web(0);

  @BeforeEach
  void find() {
    web = new Web(port);
  }

  static Stream<String> pages() {
    return PAGES.stream().flatMap(page -> Stream.of(page, "/en" + page));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyKindOfPageIsThereInBothLanguages(String path) {
    HttpResponse<String> page = web.visit(path);
    boolean english = path.startsWith("/en/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(header(page, "Content-Type")).startsWith("text/html");
    assertThat(header(page, "Content-Security-Policy"))
        .contains("default-src 'self'", "frame-ancestors 'none'");
    assertThat(page.body())
        .contains("<html lang=\"" + (english ? "en" : "de") + "\">", "<h1", "class=\"standing\"")
        .contains(english ? ">Sources<" : ">Quellen<")
        .doesNotContain(english ? ">Quellen<" : ">Sources<")
        .contains("<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\"")
        .doesNotContain(" style=", "<script>", "<script src", "<style");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageIsKeptAndValidatedAsItsAnswerIs(String path) {
    HttpResponse<String> page = web.visit(path);
    assertThat(header(page, "Cache-Control")).startsWith("public, max-age=");
    assertThat(web.get(path, "If-None-Match", header(page, "ETag")).statusCode()).isEqualTo(304);
    HttpResponse<String> again = web.visit(path);
    assertThat(header(again, "Cache-Status")).startsWith("stadtstand; hit");
    assertThat(again.body()).isEqualTo(page.body());
    assertThat(header(web.get(path, "Accept-Encoding", "gzip"), "Content-Length"))
        .as("bytes of the first view")
        .satisfies(length -> assertThat(Integer.parseInt(length)).isLessThan(50_000));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void inventedDataMarkTheWholePageAndAreNotIndexed(String path) {
    HttpResponse<String> page = web.visit(path);
    boolean demo = path.contains("/musterstadt");
    assertThat(page.body().contains("<body class=\"is-demo\">")).isEqualTo(demo);
    assertThat(page.body().contains("class=\"stamp\"")).isEqualTo(demo);
    assertThat(page.body().contains("name=\"robots\" content=\"noindex\"")).isEqualTo(demo);
    assertThat(page.headers().firstValue("X-Robots-Tag").isPresent()).isEqualTo(demo);
  }

  @Test
  void aTargetSaysWhatIsSoAndWhoSaysSo() {
    assertThat(text("/duesseldorf/ziele/inf-1"))
        .contains("nicht amtlich", "Stand 4 für den 31.01.2026", "Nach letztem Wert verfehlt")
        .contains("34 Prozent statt 50 Prozent", "−16 Prozentpunkte", "weniger als 5 Prozent")
        .contains("Bis zum Jahresende soll die 50-Prozent-Marke erreicht werden.")
        .contains("„Offene Ziele 2025“", "ddorf-aktuell.de, 3. Dezember 2025");
    assertThat(text("/en/duesseldorf/ziele/inf-1"))
        .contains("not official", "Release 4 for 31 Jan 2026")
        .contains("Translated by a machine", "“Offene Ziele 2025”")
        .contains("34 per cent", "50 per cent", "−16 percentage points", "less than 5 per cent")
        .doesNotContain("expected 34 Prozent", "Prozentpunkte");
  }

  @Test
  void whatSeveralSaidOfAThingIsDrawnOnOneAxis() {
    String home = web.visit("/duesseldorf").body();
    assertThat(home).contains("6 Angaben: von 130 bis mehr als 380 Projekte");
    Matcher picture = Pattern.compile("href=\"(/q/[^\"]+\\.svg)\"").matcher(home);
    assertThat(picture.find()).isTrue();
    assertThat(web.get(picture.group(1)).body()).contains(">130, überholt<");
    String project = web.visit("/en/duesseldorf/projekte/glasfaserausbau").body();
    assertThat(project).contains(" statements: from 4% to 34%", "<svg class=\"phone\"");
    assertThat(web.visit("/duesseldorf/leistungen/wohnsitz-anmelden").body())
        .as("only one statement has a figure")
        .contains("85.000")
        .doesNotContain("<svg class=\"phone\"");
  }

  @Test
  void aTargetShowsItsCourseAsTwoDrawingsAndItsPictures() {
    String page = web.visit("/duesseldorf/ziele/inf-1").body();
    assertThat(page)
        .contains("<svg class=\"wide\"", "<svg class=\"phone\"", "aria-labelledby=\"phone-")
        .contains("Gemessen (Dritte), Dezember 2023: 26,9\u00a0% (gigabit.nrw)");
    Matcher picture = Pattern.compile("href=\"(/q/[^\"]+\\.svg)\"").matcher(page);
    assertThat(picture.find()).isTrue();
    assertThat(web.get(picture.group(1)).body()).contains("Nach letztem Wert verfehlt");
    assertThat(web.visit("/en/duesseldorf/ziele/inf-1").body())
        .contains("Measured (by others), December 2023: 26.9% (gigabit.nrw)", ".svg?lang=en\"");
    assertThat(web.visit("/duesseldorf/ziele/inf-1?am=2025-07-07").body())
        .as("its values were not on record")
        .doesNotContain("class=\"chart\"");
    assertThat(web.visit("/duesseldorf/ziele/inf-2").body()).doesNotContain("class=\"chart\"");
  }

  @Test
  void aProjectWhoseEndMovedShowsItStateByState() {
    String page = web.visit("/musterstadt/projekte/demo-p-0019").body();
    assertThat(page)
        .contains("<svg class=\"wide\"", "<svg class=\"phone\"", "Geplantes Ende 6-mal verschoben")
        .contains("Stand 1 (31.12.2021): 31. Oktober 2023;", ">Einbetten<");
    Matcher picture = Pattern.compile("href=\"(/q/[^\"]+)\\.svg\"").matcher(page);
    assertThat(picture.find()).isTrue();
    assertThat(web.get(picture.group(1) + ".svg").body()).contains("ERFUNDEN", "1. Quartal 2030");
    assertThat(web.visit(picture.group(1) + ".html").body())
        .contains("id=\"rahmen\"", "<svg class=\"wide\"");
    assertThat(web.visit("/duesseldorf/projekte/terminagent").body())
        .as("it never had an end")
        .doesNotContain("class=\"chart\"");
  }

  @Test
  void aTileHasTheSourceOfTheValueThatItSpeaksOf() {
    String page = text("/duesseldorf");
    int tile = page.indexOf("voraussichtlich 34 Prozent statt 50 Prozent");
    assertThat(page.substring(tile, page.indexOf("Nachweis", tile)))
        .containsSubsequence("Wert: ddorf-aktuell.de");
    assertThat(page.substring(page.indexOf("Wert: ddorf-aktuell.de", tile)))
        .containsSubsequence("Ziel: Landeshauptstadt Düsseldorf", "Nachweis");
  }

  @Test
  void aDistanceHasTheSourcesOfBothItsEnds() {
    String page = text("/duesseldorf/ziele/inf-1");
    String distance =
        page.substring(page.indexOf("Abstand zum Ziel, gerechnet"), page.indexOf("Die Werte"));
    assertThat(distance)
        .containsSubsequence("Wert: ddorf-aktuell.de", "Zielwert: Landeshauptstadt Düsseldorf");
    assertThat(text("/en/duesseldorf/ziele/inf-1"))
        .containsSubsequence(
            "distance from the target", "Value: ddorf", "Target value: Landeshauptstadt");
  }

  @Test
  void aCorrectionSaysWhichRowItIsOf() {
    assertThat(text("/duesseldorf/ziele/inf-1"))
        .contains("erhalten haben.): Gegenstand berichtigt: " + TARGET + " statt ")
        .contains("erreicht werden.): Gegenstand berichtigt: " + TARGET + " statt ");
  }

  @Test
  void onlyWhatIsVerbatimStandsInQuotationMarks() {
    String page = text("/duesseldorf/ziele/inf-1");
    assertThat(page)
        .contains("sinngemäß: Bis Ende 2025 sollen 34 Prozent erreicht werden.")
        .doesNotContain("„Bis Ende 2025 sollen");
  }

  @Test
  void thenAndNowStandSideBySideWithTheMarkerOnWhatDiffers() {
    assertThat(web.visit("/duesseldorf/ziele/srv-1").body())
        .contains("Bekannt am 03.12.2025", "Heute bekannt", "<mark>noch nicht fällig:</mark>")
        .doesNotContain("<mark>Ziel");
    assertThat(text("/duesseldorf/projekte/glasfaserausbau"))
        .contains("Zwischen beiden hat sich daran nichts geändert.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-07-07", "07.07.2025", "7.7.2025", " 7.7.2025 "})
  void aPageShowsWhatWasKnownOnADayAndItsLinksStayThere(String day) {
    String query = "?am=" + day.replace(" ", "%20");
    HttpResponse<String> page = web.visit("/duesseldorf/ziele/srv-1" + query);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(readable(page))
        .contains("wie am 07.07.2025 bekannt", "Stand 2", "Noch nicht fällig")
        .contains("Bekannt am 07.07.2025", "Heute bekannt");
    assertThat(HtmlUtils.htmlUnescape(page.body()))
        .contains("href=\"/duesseldorf/ziele?am=2025-07-07\"", "content=\"noindex\"")
        .contains("<link rel=\"canonical\" href=\"/duesseldorf/ziele/srv-1\">");
    assertThat(text("/en/duesseldorf" + query)).contains("as known on 7 Jul 2025");
  }

  @ParameterizedTest
  @ValueSource(strings = {"quatsch", "2099-01-01", "31.02.2025", "2025-13-01", "7/7/2025", "%00"})
  void aDayThatIsNoneIsToldInTheReadersLanguage(String day) {
    HttpResponse<String> german = web.visit("/duesseldorf/ziele/inf-1?am=" + day);
    assertThat(german.statusCode()).isEqualTo(400);
    assertThat(readable(german)).contains("Für diesen Tag gibt es keine Seite", "31.12.2025");
    assertThat(german.body()).contains("href=\"/duesseldorf/ziele/inf-1\"");
    HttpResponse<String> english = web.visit("/en/duesseldorf?am=" + day);
    assertThat(english.statusCode()).isEqualTo(400);
    assertThat(readable(english)).contains("There is no page for this day");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/duesseldorf/ziele/inf-99|404|Dieser Eintrag ist nicht bekannt|not known",
        "/duesseldorf/ziele/INF-1|404|Diese Seite gibt es nicht|no such page",
        "/duesseldorf/ziele/inf-1?am=2024-12-01|404|An diesem Tag noch nicht bekannt|Not yet known",
        "/duesseldorf/nirgends|404|Diese Seite gibt es nicht|no such page",
        "/duesseldorf/nirgends/wo|404|Diese Seite gibt es nicht|no such page",
        "/duesseldorf/stand|404|Diese Seite gibt es nicht|no such page",
        "/duesseldorf/stand/0|404|Diese Seite gibt es nicht|no such page",
        "/duesseldorf/stand/99|404|Diesen Stand gibt es nicht|no such release",
        "/duesseldorf/stand/vier|404|Diese Seite gibt es nicht|no such page",
        "/duesseldorf/vergleich/3|404|Diese Seite gibt es nicht|no such page",
        "/duesseldorf/vergleich/3-99|404|Diesen Stand gibt es nicht|no such release",
        "/duesseldorf/projekte?nach=xx|400|Diese Adresse stimmt nicht|not right",
        "/duesseldorf/aenderungen?nach=%3Cb%3E|400|Diese Adresse stimmt nicht|not right",
        "/musterstadt/projekte/demo-p-0001|410|Zurückgezogen|Withdrawn"
      })
  void wherePagesAreNotIsSaidWithAWayOn(String path, int status, String german, String english) {
    HttpResponse<String> page = web.visit(path);
    assertThat(page.statusCode()).isEqualTo(status);
    assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
    assertThat(readable(page)).contains(german);
    assertThat(page.body()).contains("class=\"button\" href=\"/", "<html lang=\"de\">");
    HttpResponse<String> translated = web.visit("/en" + path);
    assertThat(translated.statusCode()).isEqualTo(status);
    assertThat(readable(translated)).contains(english);
  }

  @Test
  void aWithdrawnRecordSaysWhenItWentAndWhatItSaidLast() {
    HttpResponse<String> page = web.visit("/musterstadt/projekte/demo-p-0001");
    assertThat(readable(page)).contains("seit Stand 3 vom 31. Dezember 2022");
    assertThat(HtmlUtils.htmlUnescape(page.body()))
        .contains("href=\"/musterstadt/projekte/demo-p-0001?am=2022-06-30\"");
    assertThat(text("/musterstadt/projekte/demo-p-0001?am=2022-06-30"))
        .contains("Datenkatalog: Sportstätten");
  }

  @ParameterizedTest
  @CsvSource({
    "/05111000, /duesseldorf",
    "/en/05111000/ziele/inf-1, /en/duesseldorf/ziele/inf-1",
    "/duesseldorf/vergleich/4-3, /duesseldorf/vergleich/3-4"
  })
  void anotherNameLeadsToTheOneAddress(String path, String address) {
    HttpResponse<String> moved = web.visit(path);
    assertThat(moved.statusCode()).isEqualTo(301);
    assertThat(header(moved, "Location")).endsWith(address);
  }

  @Test
  void aCityThatIsNotHereIsAsUnknownAsAnyOtherAddress() {
    HttpResponse<String> page = web.visit("/atlantis/ziele");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(readable(page)).contains("Diese Seite gibt es nicht", "Startseite");
  }

  @Test
  void whatLinksCollectOnTheirWayChangesNothing() {
    assertThat(web.visit("/duesseldorf/ziele?utm_source=x&am=").body())
        .isEqualTo(web.visit("/duesseldorf/ziele").body());
  }

  @Test
  void nothingInAnAddressBecomesMarkup() {
    String evil = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E";
    for (String path :
        List.of("/duesseldorf/ziele/x", "/duesseldorf/ziele?nach=", "/duesseldorf?am=")) {
      assertThat(web.visit(path + evil).body()).doesNotContain("<script");
    }
  }

  @Test
  void onlyTheFirstPageAsksForTheBrowsersLanguage() {
    HttpResponse<String> english = web.get("/", "Accept-Language", "en-GB,en;q=0.9");
    assertThat(english.statusCode()).isEqualTo(302);
    assertThat(header(english, "Location")).endsWith("/en");
    assertThat(header(english, "Vary")).isEqualTo("Accept-Language");
    HttpResponse<String> german = web.get("/", "Accept-Language", "de,en;q=0.5");
    assertThat(german.statusCode()).isEqualTo(200);
    assertThat(header(german, "Vary")).isEqualTo("Accept-Language, Accept-Encoding");
    for (String path : List.of("/de", "/duesseldorf", "/staedte")) {
      HttpResponse<String> other = web.get(path, "Accept-Language", "en");
      assertThat(other.statusCode()).isEqualTo(200);
      assertThat(header(other, "Vary")).isEqualTo("Accept-Encoding");
      assertThat(header(other, "Content-Language")).isEqualTo("de");
    }
  }

  @Test
  void theFirstPageIsThatOfTheOnlyRealCity() {
    assertThat(web.visit("/").body()).isEqualTo(web.visit("/duesseldorf").body());
    assertThat(web.visit("/en").body()).isEqualTo(web.visit("/en/duesseldorf").body());
    assertThat(text("/"))
        .contains("Von 6 fälligen Zielen ist keines durch einen Wert als erreicht belegt")
        .contains("0 durch einen Wert als erreicht belegt", "4 von 47 Leistungen", "29 Projekte")
        .contains(
            "130 Projekte",
            "mehr als 380",
            "ohne Erläuterung",
            "Was aus den Zielen für 2025 wurde");
    assertThat(text("/musterstadt")).contains("Von 19 fälligen Zielen sind 7 durch");
    assertThat(text("/duesseldorf?am=2024-04-17")).contains("Noch ist kein Ziel erfasst");
  }

  @Test
  void theCitiesHaveAPage() {
    HttpResponse<String> page = web.visit("/staedte");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("href=\"/duesseldorf\"", "href=\"/musterstadt\"");
    assertThat(web.get("/staedte", "If-None-Match", header(page, "ETag")).statusCode())
        .isEqualTo(304);
    assertThat(web.visit("/en/staedte").body()).contains("href=\"/en/duesseldorf\"");
  }

  private String text(String path) {
    return readable(web.visit(path));
  }

  /** What a reader sees of the main part and the line above it. */
  private static String readable(HttpResponse<String> page) {
    String shown = Pattern.compile("<[^>]*>").matcher(page.body()).replaceAll("");
    return HtmlUtils.htmlUnescape(shown).replaceAll("\\s+", " ");
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}

package org.stadtstand.serve.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;
import org.stadtstand.ServerTest;
import org.stadtstand.serve.link.Web;

/** The lists: narrowed, ordered, continued and taken home, by nothing but their addresses. */
@ServerTest
class ListPagesIT {

  private static final Pattern FACET =
      Pattern.compile(
          "<a href=\"([^\"]*)\" rel=\"nofollow\"><span class=\"what\">[^<]*</span>"
              + " <span class=\"num\">(\\d+)</span>");
  private static final Pattern NUMBER = Pattern.compile("<h1>(\\d+) ");
  private static final String TWO_CHOSEN =
      "/musterstadt/projekte?status=IN_PROGRESS&status=PILOT&verschoben=3&ordnung=verzug";

  @LocalServerPort private int port;

  private Web web = new Web(0);

  @BeforeEach
  void find() {
    web = new Web(port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/duesseldorf/ziele",
        "/duesseldorf/leistungen",
        "/en/duesseldorf/quellen",
        "/musterstadt/projekte",
        "/musterstadt/projekte?status=PILOT"
      })
  void eachNumberOfAFacetIsTheNumberOfItsList(String path) {
    List<MatchResult> facets = FACET.matcher(web.visit(path).body()).results().toList();
    assertThat(facets).hasSizeGreaterThan(5);
    for (MatchResult facet : facets) {
      String href = HtmlUtils.htmlUnescape(facet.group(1));
      // What is added to a chosen value of the same facet adds to the list.
      if (!href.contains("status=PILOT&status=")
          && !href.matches(".*status=[^&]*&status=PILOT.*")) {
        assertThat(number(href)).as(href).isEqualTo(Integer.parseInt(facet.group(2)));
      }
    }
  }

  @Test
  void aSearchShowsWhereTheRecordSaysSomething() {
    String page =
        HtmlUtils.htmlUnescape(web.visit("/duesseldorf/suche?text=Geburtsanzeige").body());
    assertThat(page)
        .contains(" Treffer für „Geburtsanzeige“</h1>", "<mark>Geburtsanzeige</mark>")
        .contains("href=\"/duesseldorf/leistungen/geburt-anzeigen\"")
        .contains("<input type=\"hidden\" name=\"text\" value=\"Geburtsanzeige\">");
    List<MatchResult> types = FACET.matcher(page).results().toList();
    assertThat(types).hasSizeGreaterThan(2);
    for (MatchResult type : types) {
      assertThat(number(type.group(1))).as(type.group(1)).isEqualTo(Integer.valueOf(type.group(2)));
    }
    assertThat(HtmlUtils.htmlUnescape(web.visit("/en/duesseldorf/suche?text=zzzz").body()))
        .contains("<h1>0 found for “zzzz”</h1>", "Nothing of this is recorded.");
  }

  @ParameterizedTest
  @CsvSource({
    "/duesseldorf/suche?text=a, Danach lässt sich nicht suchen",
    "/duesseldorf/suche?text=-weg, Danach lässt sich nicht suchen",
    "/en/duesseldorf/suche?text=%22open, This cannot be searched for",
    "/duesseldorf/suche?text=digital&typ=NICHTS, Diese Auswahl gibt es nicht"
  })
  void whatCannotBeSearchedForIsSaid(String path, String heading) {
    HttpResponse<String> page = web.visit(path);
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(HtmlUtils.htmlUnescape(page.body())).contains("<h1>" + heading + "</h1>");
  }

  @ParameterizedTest
  @EnumSource
  void everyOrderIsAnswered(PageKind kind) {
    for (PageOrder order : ListForm.of(kind).orders()) {
      String path = "/duesseldorf/" + kind.area() + "?ordnung=" + order.name();
      HttpResponse<String> page = web.visit(path);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("<option value=\"" + order.name() + "\" selected>");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/duesseldorf/projekte?status=PILOT, Status: Pilotbetrieb",
    "/en/duesseldorf/projekte?status=PILOT, Status: pilot",
    "/duesseldorf/projekte?stelle=hauptamt, Federführende Stelle: Hauptamt",
    "/musterstadt/projekte?status=-, Status: ohne Angabe"
  })
  void aChoiceThatNothingFitsIsSaidInWords(String path, String words) {
    String page = HtmlUtils.htmlUnescape(web.visit(path).body());
    assertThat(page).containsPattern("<h1>0 (von|of) ").contains(words + "<");
  }

  @Test
  void aChoiceIsSaidAndCanBeUndone() {
    String page = HtmlUtils.htmlUnescape(web.visit(TWO_CHOSEN).body());
    assertThat(page)
        .contains("<h1>5 von 380 Projekten</h1>", "Status: In Umsetzung", "Status: Pilotbetrieb")
        .contains("Zahl der Verschiebungen: drei oder mehr", "content=\"noindex\"")
        .contains("href=\"/musterstadt/projekte?status=PILOT&verschoben=3&ordnung=verzug\"")
        .contains("href=\"/musterstadt/projekte?ordnung=verzug\"")
        .contains("<link rel=\"canonical\" href=\"/musterstadt/projekte\">")
        .contains("href=\"/en" + TWO_CHOSEN + "\"")
        .contains("<input type=\"hidden\" name=\"status\" value=\"PILOT\">");
  }

  @Test
  void aChoiceStaysAtTheDayThatIsShown() {
    String page = web.visit("/musterstadt/projekte?status=PILOT&am=2023-12-31").body();
    assertThat(HtmlUtils.htmlUnescape(page))
        .contains("<input type=\"hidden\" name=\"am\" value=\"2023-12-31\">")
        .contains("&am=2023-12-31\" rel=\"nofollow\"", "?am=2023-12-31\">");
  }

  @Test
  void theDayInTheFieldIsOneThatTheAddressTakes() {
    for (String language : List.of("", "/en")) {
      String page = web.visit(language + "/musterstadt/projekte?am=2023-12-31").body();
      String day = part(page, "<input id=\"am\"[^>]* value=\"([^\"]*)\"");
      assertThat(day).isEqualTo("31.12.2023");
      assertThat(web.visit(language + "/musterstadt/projekte?am=" + day).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void whatIsChosenContinuesOnTheNextPage() {
    String page = web.visit("/musterstadt/projekte?verschoben=0&ordnung=ende").body();
    String next = part(page, "rel=\"next\" href=\"([^\"]*)\"");
    String second = web.visit(next).body();
    assertThat(second).contains("<h1>270 von 380 Projekten</h1>", ">Zum Anfang<");
    assertThat(part(second, "<h2><a href=\"(/musterstadt/projekte/[^\"]*)\"")).isNotIn(page);
  }

  @Test
  void whatIsChosenIsTakenHomeAsAWholeAndCited() {
    String page = web.visit("/musterstadt/projekte?verschoben=1").body();
    String csv = part(page, "href=\"(/q/[^\"]*\\.csv[^\"]*)\"");
    HttpResponse<String> file = web.visit(csv);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.body().lines().count() - 1)
        .isEqualTo(number("/musterstadt/projekte?verschoben=1"));
    assertThat(web.visit(part(page, "href=\"(/q/[^\"]*\\.xlsx[^\"]*)\"")).statusCode())
        .isEqualTo(200);
    String answer = part(page, "href=\"(/q/[^\"]*\\.html[^\"]*)\"");
    assertThat(web.visit(answer).statusCode()).isEqualTo(200);
    String real = web.visit("/duesseldorf/ziele?jahr=2025").body();
    String link = part(real, "href=\"(/q/[^\"]*)\\.csv[^\"]*\"");
    assertThat(web.get(link + ".bib").body()).contains("Stadtstand");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/duesseldorf/projekte?text=zzzz|Nichts davon passt|None of them fits",
        "/duesseldorf/projekte?schwerpunkt=nirgends|Nichts davon passt|None of them fits",
        "/duesseldorf/ziele?ergebnis=ABANDONED|Nichts davon passt|None of them fits",
        "/duesseldorf/quellen?von=Niemand|Nichts davon passt|None of them fits"
      })
  void nothingIsSaidWithAWayOn(String path, String german, String english) {
    HttpResponse<String> page = web.visit(path);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("<h1>0 von", german, "class=\"button\" href=\"" + path.replaceAll("\\?.*", "\""))
        .doesNotContain("/q/");
    assertThat(web.visit("/en" + path).body()).contains(english);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/duesseldorf/projekte?status=QUATSCH",
        "/duesseldorf/projekte?status=quatsch",
        "/duesseldorf/projekte?jahr=2025-99",
        "/duesseldorf/projekte?verschoben=9",
        "/duesseldorf/ziele?ordnung=quatsch",
        "/duesseldorf/leistungen?text=%00"
      })
  void whatMeansNothingIsToldInTheReadersLanguage(String path) {
    HttpResponse<String> german = web.visit(path);
    assertThat(german.statusCode()).isEqualTo(400);
    assertThat(german.body())
        .contains("Diese Auswahl gibt es nicht")
        .contains("class=\"button\" href=\"" + path.replaceAll("\\?.*", "\""));
    HttpResponse<String> english = web.visit("/en" + path);
    assertThat(english.statusCode()).isEqualTo(400);
    assertThat(english.body()).contains("There is no such choice");
  }

  @Test
  void nothingThatIsChosenBecomesMarkup() {
    String evil = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E";
    for (String name : List.of("text", "von", "art", "ordnung", "nach", "am")) {
      String page = web.visit("/duesseldorf/quellen?" + name + "=" + evil).body();
      assertThat(page).doesNotContainPattern("<script(?! type=\"application/ld\\+json\">)");
      assertThat(page).doesNotContain("alert(1)</script");
    }
  }

  private int number(String path) {
    return Integer.parseInt(part(web.visit(path).body(), NUMBER.pattern()));
  }

  private static String part(String page, String pattern) {
    List<MatchResult> found = Pattern.compile(pattern).matcher(page).results().toList();
    assertThat(found).as(pattern).isNotEmpty();
    return HtmlUtils.htmlUnescape(found.getFirst().group(1));
  }
}

package org.stadtstand.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;
import org.stadtstand.ServerTest;
import org.stadtstand.serve.link.NamedQuestion;
import org.stadtstand.serve.link.NamedQuestions;
import org.stadtstand.serve.link.Web;

/** The page of an answer, as sent over HTTP. */
@ServerTest
class AnswerPageIT {

  @LocalServerPort private int port;

  @Autowired private NamedQuestions questions;

  private Web web = new Web(0);

  @BeforeEach
  void find() {
    web = new Web(port);
  }

  @Test
  void showsTheAnswerAndWhatToTakeAway() {
    HttpResponse<String> page = web.visit("/q/ziele-2025@4");
    assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(page.body())
        .contains("inf-1", "nicht amtlich", "Stand 4 für den 31.01.2026", "nachträglich")
        .contains(">Excel<", ">CSV<", ">Bleibender Link<", ">Zitat<", ">Einbetten<", ">Python<")
        .contains("−16", "class=\"paste\"", "<a href=\"https://www.ddorf-aktuell.de/?p")
        .contains("query Ziele2025");
    assertThat(HtmlUtils.htmlUnescape(page.body())).contains("/graphiql#query=query%20Ziele2025");
    assertThat(web.get("/q/ziele-2025@4.html").body()).isEqualTo(page.body());
  }

  @Test
  void hasASlimFormForFrames() {
    HttpResponse<String> frame = web.visit("/q/glasfaser-ziel@4.html?frame=true");
    assertThat(frame.body())
        .contains("class=\"chart\"", "nicht amtlich", "Stand 4", "content=\"noindex\"", "/frame.js")
        .contains("href=\"glasfaser-ziel@4_2026-01-31.html\" target=\"_blank\"")
        .doesNotContain("<table", "class=\"foot\"", ">Excel<");
    assertThat(frame.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("frame-ancestors *");
    assertThat(frame.headers().firstValue("X-Frame-Options")).isEmpty();
    assertThat(web.visit("/q/woher-jede-zahl.html?frame=true&lang=en").body())
        .contains("<html lang=\"en\">", "<table", "figures, sources, citation");
    assertThat(web.visit("/q/ziele-2025.html?frame=maybe").statusCode()).isEqualTo(400);
  }

  @Test
  void aFrameHasTheGroundThatItsPageWants() {
    String frame = "/q/glasfaser-ziel.html?frame=true";
    assertThat(web.visit(frame).body()).doesNotContain("data-theme");
    assertThat(web.visit(frame + "&theme=dark").body()).contains("data-theme=\"dark\"");
    assertThat(web.visit(frame + "&theme=light").body()).contains("data-theme=\"light\"");
    assertThat(web.visit("/q/glasfaser-ziel.html?theme=dark").body()).doesNotContain("data-theme");
    assertThat(web.visit(frame + "&theme=blue").statusCode()).isEqualTo(400);
    String code = HtmlUtils.htmlUnescape(web.visit("/q/glasfaser-ziel@4").body());
    assertThat(code)
        .contains("glasfaser-ziel@4", ".html?frame=true&amp;lang=de\"")
        .contains("<script src=\"http://localhost:" + port + "/embed.js\" async></script>");
  }

  @Test
  void showsAChartWhereTheAnswerHasOne() {
    assertThat(web.visit("/q/verlauf-der-75").body())
        .contains("class=\"chart\"", "Der Weg der 75", "<table")
        .contains(".svg\">SVG</a>");
    assertThat(web.visit("/q/ziele-2025").body()).doesNotContain("class=\"chart\"");
    // Most of its bars would say nothing.
    assertThat(web.visit("/q/berichtigungen").body()).doesNotContain("class=\"chart\"");
  }

  @Test
  void hasOneLanguageAndASwitch() {
    String german = web.visit("/q/ziele-2025").body();
    assertThat(german).contains("<html lang=\"de\">", "href=\"ziele-2025.html?lang=en\"");
    String english = web.visit("/q/ziele-2025.html?lang=en").body();
    assertThat(english)
        .contains("<html lang=\"en\">", "href=\"ziele-2025.html?lang=de\"", "not official")
        .contains("Release 4 for 31 Jan 2026", ">Permanent link<", "What became of the")
        .doesNotContain(">Zitat<", "nicht amtlich ·");
    assertThat(web.visit("/q/ziele-2025@4?lang=en").body())
        .contains("href=\"ziele-2025@4_2026-01-31.html?lang=de\"");
  }

  @Test
  void everyButtonOfEveryDocumentedAnswerWorks() {
    assertThat(questions.all()).hasSizeGreaterThan(25);
    for (NamedQuestion question : questions.all()) {
      String page = web.visit("/q/" + question.name()).body();
      List<String> links =
          Pattern.compile("class=\"button[^\"]*\" href=\"([^\"/][^\"]*)\"")
              .matcher(page)
              .results()
              .map(link -> HtmlUtils.htmlUnescape(link.group(1)))
              .toList();
      assertThat(links).as(question.name()).hasSizeGreaterThan(1);
      for (String link : links) {
        assertThat(web.head("/q/" + link).statusCode()).as(link).isEqualTo(200);
      }
    }
  }

  @Test
  void severalListsAreSeveralTablesWithFilesOfTheirOwn() {
    String page = web.visit("/q/wie-viele-projekte").body();
    assertThat(page)
        .contains(
            "<h2>claims</h2>",
            "<h2>municipality.coverage</h2>",
            ">JSON<",
            "mehr als",
            ">2023<",
            ">nein<")
        .doesNotContain("MORE_THAN", "2023-12-31");
    assertThat(HtmlUtils.htmlUnescape(page))
        .containsPattern(
            "href=\"~[^\"]*@duesseldorf.4_2026-[^\"]*\\.xlsx\\?sheet=claims&labels=de\""
                + " download>Excel");
  }

  @Test
  void mayStandInAFrameAndNoOtherPageMay() {
    HttpResponse<String> page = web.visit("/q/ziele-2025");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("frame-ancestors *", "default-src 'self'");
    assertThat(page.headers().firstValue("X-Frame-Options")).isEmpty();
    for (String other : new String[] {"/", "/docs", "/graphiql", "/q", "/q/..;/graphiql"}) {
      HttpResponse<String> shut = web.visit(other);
      assertThat(shut.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("frame-ancestors 'none'");
      assertThat(shut.headers().firstValue("X-Frame-Options")).contains("DENY");
    }
  }

  @Test
  void onlyDocumentedQuestionsAreForSearchEngines() {
    assertThat(web.visit("/q/ziele-2025").headers().firstValue("X-Robots-Tag")).isEmpty();
    HttpResponse<String> carried = web.visit(Web.carried("{ targets { totalCount } }"));
    assertThat(carried.headers().firstValue("X-Robots-Tag")).contains("noindex");
    assertThat(carried.body()).contains("name=\"robots\" content=\"noindex\"");
  }

  @Test
  void nothingInAQuestionBecomesMarkup() {
    String evil =
        "query x { a: targets(filter: {key: {eq: \"<script>alert(1)</script><img src=x>\"}})"
            + " { totalCount } }";
    assertThat(web.visit(Web.carried(evil)).body())
        .contains("&lt;script&gt;")
        .doesNotContain("<script>alert", "<img src=x");
    assertThat(web.visit("/q/nope@%3Cscript%3E").body()).doesNotContain("<script>");
    String wrong = "{ targets(municipality: \"<script>alert(1)</script>\") { totalCount } }";
    assertThat(web.visit(Web.carried(wrong)).statusCode()).isEqualTo(404);
    assertThat(web.visit(Web.carried(wrong)).body())
        .contains("UNKNOWN_MUNICIPALITY")
        .doesNotContain("<script>alert");
  }

  @Test
  void saysWhetherAPartWasAnsweredAndWhatToDo() {
    String unknown = "a: targets(municipality: \"nowhere\") { totalCount }";
    assertThat(HtmlUtils.htmlUnescape(web.visit(Web.carried("{ " + unknown + " }")).body()))
        .contains("Diese Frage wurde nicht beantwortet.", "Use the key, AGS or ARS");
    String partly = "{ " + unknown + " b: targets { totalCount } }";
    assertThat(web.visit(Web.carried(partly)).body())
        .contains("Diese Frage wurde nicht ganz beantwortet.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ targets(filter: {key: {eq: \"nope\"}}) { nodes { key } } }  | Keine Zeile",
        "{ target(key: \"nope\") { key } }                             | Excel",
        "{ targets(first: 5) { nodes { key projects(first: 5) { nodes { key } } claims(first: 5) {"
            + " nodes { key } } } } } | JSON",
        "{ targets { totalCount } projects { totalCount } }            | totalCount",
        "{ __typename }                                                | Query"
      })
  void showsEmptyNestedAndPlainAnswers(String document, String shown) {
    HttpResponse<String> page = web.visit(Web.carried(document));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains(shown, ">JSON<");
  }

  @Test
  void showsAVeryWideAnswer() {
    StringBuilder wide = new StringBuilder("{ targets(first: 3) { nodes { ");
    for (int i = 0; i < 90; i++) {
      wide.append("f").append(i).append(": key ");
    }
    String page = web.visit(Web.carried(wide + "} } }")).body();
    assertThat(page).contains("f89", "tabindex=\"0\"");
  }

  @Test
  void inventedDataHaveNoCitation() {
    String demo = "{ targets(municipality: \"musterstadt\", first: 2) { nodes { key } } }";
    assertThat(web.visit(Web.carried(demo)).body())
        .contains("erfundene Demodaten", ">Excel<")
        .doesNotContain(">Zitat<");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/q/nonsense|404|UNKNOWN_LINK|keine Frage gespeichert|used it for so long that",
        "/q/ziele-2025@99|404|UNKNOWN_RELEASE|Den Stand, den|There is no such release",
        "/q/ziele-2025@x|400|BAD_LINK|Die Adresse ist unvollständig|The address is incomplete",
        "/q/ziele-2025.exe|400|BAD_LINK|Die Adresse ist unvollständig|The address is incomplete",
        "/q/ziele-2025.svg|400|NOT_DRAWABLE|zeichnen lässt|There is nothing in this answer",
        "/q/ziele-2025?lang=fr|400|BAD_ARGUMENT|nicht zu gebrauchen|cannot be used"
      })
  void refusesAsAPageInTheReadersLanguage(
      String path, int status, String code, String german, String english) {
    HttpResponse<String> refused = web.visit(path);
    assertThat(refused.statusCode()).isEqualTo(status);
    assertThat(refused.headers().firstValue("Content-Language")).hasValue("de");
    assertThat(refused.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(refused.body())
        .contains("<html lang=\"de\">", "<h1>Dieser Link", german, code, "href=\"/de\"")
        .doesNotContain(english);
    HttpResponse<String> inEnglish =
        web.get(path, "Accept", "text/html", "Accept-Language", "en-GB,en;q=0.9");
    assertThat(inEnglish.statusCode()).isEqualTo(status);
    assertThat(inEnglish.headers().firstValue("Content-Language")).hasValue("en");
    assertThat(inEnglish.body())
        .contains("<html lang=\"en\">", "<h1>This link", english, code, "href=\"/en\"")
        .doesNotContain(german);
  }

  @Test
  void theLanguageOfALinkComesBeforeThatOfTheBrowser() {
    String path = "/q/nonsense?lang=";
    assertThat(web.get(path + "en", "Accept", "text/html", "Accept-Language", "de").body())
        .contains("<html lang=\"en\">");
    assertThat(web.get(path + "de", "Accept", "text/html", "Accept-Language", "en").body())
        .contains("<html lang=\"de\">");
  }
}

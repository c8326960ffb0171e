package org.stadtstand.serve.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.ServerTest;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.answer.Answers;
import org.stadtstand.serve.answer.Inquiry;
import org.stadtstand.serve.drawing.Frame;
import org.stadtstand.serve.drawing.Graphic;
import org.stadtstand.serve.drawing.Mark;
import org.stadtstand.serve.drawing.Shown;
import org.stadtstand.serve.link.Web;
import org.stadtstand.serve.request.Question;
import tools.jackson.databind.JsonNode;

/** Answers as pictures: what is drawn, what is refused, and how pictures are sent. */
@ServerTest
class PicturesIT {

  private static final String GROUPS =
      "{ projects(municipality: \"musterstadt\") { groups(by: [{field: STATUS}]) { nodes {%s} } }"
          + " }";

  @Autowired private Charts charts;
  @Autowired private Answers answers;
  @LocalServerPort private int port;
  private Web web = new Web(0);

  @BeforeEach
  void find() {
    web = new Web(port);
  }

  private HttpResponse<String> picture(String document, String parameters) {
    return web.get(Web.carried(document) + ".svg" + parameters);
  }

  private Graphic drawing(String document, Layout layout) {
    Picture picture = Picture.all(charts, "Titel", null).getFirst();
    Chart chart = charts.chart(picture, new Inquiry(Question.now(document), answers)).chart();
    return java.util.Objects.requireNonNull(chart).drawn(layout, Language.DE);
  }

  @Test
  void aPictureIsCachedAndKeptForGoodLikeEveryOtherForm() {
    HttpResponse<String> first = web.get("/q/rangliste-der-dezernate@musterstadt.9.svg");
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.headers().firstValue("Content-Type")).contains("image/svg+xml;charset=UTF-8");
    assertThat(first.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    assertThat(first.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'");
    String etag = first.headers().firstValue("ETag").orElseThrow();
    String again = "/q/rangliste-der-dezernate@musterstadt.9.svg";
    assertThat(web.get(again, "If-None-Match", etag).statusCode()).isEqualTo(304);
    assertThat(web.get(again).body()).isEqualTo(first.body());
  }

  @ParameterizedTest
  @CsvSource({
    "demo-ziel-glasfaser-100, geplant, gleichmäßiger Weg",
    "demo-ziel-klima, gleichmäßiger Weg, geplant"
  })
  void anEvenWayIsDrawnOnlyWhereNoneIsPlanned(String target, String drawn, String missing) {
    String svg =
        picture(
                "{ target(municipality: \"musterstadt\", key: \"%s\") { observations"
                        .formatted(target)
                    + " { totalCount } } }",
                "")
            .body();
    assertThat(svg).contains(">" + drawn + "<").doesNotContain(missing);
  }

  @Test
  void aPictureSaysWhatItShowsAndWhoSaysSo() {
    String svg = web.get("/q/rangliste-der-dezernate@musterstadt.9.svg").body();
    assertThat(svg)
        .contains(">Rangliste der Dezernate<", ">ERFUNDEN<", "Stand 9 für den 31.12.2025")
        .contains("/q/rangliste-der-dezernate@musterstadt.9")
        .contains("Dezernat VI – Planen, Bauen und Umwelt: 77;", "stroke-dasharray");
    assertThat(web.get("/q/rangliste-der-dezernate@musterstadt.9.svg?lang=en").body())
        .contains(">Departments compared<", ">INVENTED<", "release 9 for 31 Dec 2025");
  }

  @Test
  void pixelsAreAFormLikeTheOthersAndCostMoreUntilTheyAreCached() {
    String link = "/q/rangliste-der-dezernate@musterstadt.9.png?theme=dark";
    HttpResponse<String> first = web.get(link);
    assertThat(first.headers().firstValue("Content-Type")).as(first.body()).contains("image/png");
    assertThat(first.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("inline; filename=\"stadtstand-rangliste-der-dezernate-demo-musterstadt@9_")
        .endsWith(".png\"");
    assertThat(first.body()).startsWith("\uFFFDPNG");
    assertThat(first.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    String etag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(web.get(link, "If-None-Match", etag).statusCode()).isEqualTo(304);
    assertThat(Web.code(web.get("/q/ziele-2025@4.png"))).isEqualTo("NOT_DRAWABLE");
  }

  @Test
  void anotherFigureCanBeDrawn() {
    String svg = web.get("/q/rangliste-der-dezernate.svg?figure=overduePercent").body();
    assertThat(svg)
        .contains(">Prozent (Tage überfällig &gt; 0)<", "19,44\u00a0%")
        .doesNotContain(">195<");
  }

  @Test
  void onlyTheSuffixAsksForAPicture() {
    String link = "/q/rangliste-der-dezernate@musterstadt.9";
    String browser = "text/html,image/webp,image/png,image/svg+xml,*/*;q=0.8";
    assertThat(web.get(link, "Accept", browser).headers().firstValue("Content-Type"))
        .contains("text/html;charset=UTF-8");
    assertThat(web.get(link, "Accept", "image/svg+xml").statusCode()).isEqualTo(406);
    assertThat(web.get(link + ".svg", "Accept", browser).headers().firstValue("Content-Type"))
        .contains("image/svg+xml;charset=UTF-8");
  }

  @Test
  void aTargetIsDrawnWithItsValuesClaimsAndDueDay() {
    String document = "{ target(key: \"inf-1\") { observations { nodes { value } } } }";
    String svg = picture(document, "").body();
    assertThat(svg)
        .contains(
            "Nach letztem Wert verfehlt: voraussichtlich 34\u00a0%, Ziel mindestens 50\u00a0%")
        .contains(">Ziel: 50\u00a0%<", ">fällig 2025<", ">−16<", ">Prozentpunkte<", "nicht amtlich")
        .contains("26,9\u00a0%", "weniger als 5\u00a0%", "spätestens 2. Juli 2025")
        .contains("Landeshauptstadt Düsseldorf, laut tarif4you.de", "Quellen: ")
        .as("what is said in another unit is not drawn, and so is no source of the picture")
        .doesNotContain("116.000", "CDU");
    assertThat(picture(document, "?lang=en&theme=dark&width=phone").body())
        .contains("width=\"358\"", "#1a1f22", "not official");
  }

  @Test
  void figuresOverTimeAreSteps() {
    Graphic drawing =
        drawing(
            "{ serviceSelection(municipality: \"musterstadt\", key: \"demo-top-75\") {"
                + " progress(from: \"2021-12-31\", to: \"2025-12-31\", every: YEAR) { on members"
                + " endToEnd } } }",
            Layout.WIDE);
    assertThat(Shown.words(drawing)).contains("Auf der Liste: 75", "Durchgehend digital: 20");
    assertThat(drawing.marks())
        .filteredOn(Mark.Line.class::isInstance)
        .map(Mark.Line.class::cast)
        .isNotEmpty()
        .allMatch(line -> line.x1() == line.x2() || line.y1() == line.y2());
  }

  @ParameterizedTest
  @EnumSource
  void noTextOfATargetOfEitherCityCrossesAnotherOrLeavesThePicture(Layout layout) {
    List<String> drawn = new ArrayList<>();
    for (String city : List.of("duesseldorf", "musterstadt")) {
      String list = "{ targets(municipality: \"%s\", first: 200) { nodes { key } } }";
      JsonNode keys =
          Web.json(web.get(Web.carried(list.formatted(city)) + ".json")).at("/data/targets/nodes");
      for (JsonNode key : keys) {
        String target = "{ target(municipality: \"%s\", key: %s) { observations { totalCount } } }";
        try {
          Graphic drawing = drawing(target.formatted(city, key.get("key")), layout);
          isLegible(drawing);
          drawn.add(drawing.title());
        } catch (ApiError nothing) {
          assertThat(nothing.sentence()).contains("no value in its unit");
        }
      }
    }
    assertThat(drawn).hasSizeGreaterThan(10);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSaidOfAThingIsLegibleWhoeverSaysIt(Layout layout) {
    String said =
        "{ claims(municipality: \"%s\", filter: {topic: {eq: PROJECT_COUNT}}) { nodes {"
            + " value } } }";
    for (String document :
        List.of(
            said.formatted("duesseldorf"),
            said.formatted("musterstadt"),
            "{ project(key: \"glasfaserausbau\") { claims { totalCount } } }",
            "{ target(key: \"inf-1\") { claims { totalCount } } }")) {
      Graphic drawing = drawing(document, layout);
      isLegible(drawing);
      assertThat(drawing.title()).contains(" Angaben: von ");
    }
  }

  @Test
  void ofWhatIsSaidTheClaimsAreDrawnWhateverElseWasAsked() {
    String svg = web.get("/q/wie-viele-projekte@duesseldorf.4.svg").body();
    assertThat(svg)
        .contains(">6 Angaben: von 130 bis mehr als 380 Projekte<", ">130, überholt<")
        .contains("CDU-Ratsfraktion Düsseldorf", "nicht amtlich");
    assertThat(web.get("/q/wie-viele-projekte@duesseldorf.4.svg?lang=en&width=phone").body())
        .contains("6 statements: from 130 to more than 380 projects");
    assertThat(Web.code(picture("{ claims(first: 1) { nodes { value } } }", "")))
        .isEqualTo("NOT_DRAWABLE");
  }

  private static void isLegible(Graphic drawing) {
    Frame whole = new Frame(0, 0, drawing.width(), drawing.height());
    List<Frame> texts = Shown.texts(drawing.marks());
    List<String> words = Shown.words(drawing);
    for (int i = 0; i < texts.size(); i++) {
      assertThat(whole.holds(texts.get(i))).as("%s in %s", words.get(i), drawing.title()).isTrue();
      for (int j = i + 1; j < texts.size(); j++) {
        assertThat(texts.get(i).meets(texts.get(j)))
            .as("“%s” on “%s” in %s", words.get(i), words.get(j), drawing.title())
            .isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ project(municipality: \"musterstadt\", key: \"demo-p-0001\") { title } }",
        "{ projects(municipality: \"musterstadt\") { nodes { key title } } }",
        "{ targets { nodes { key targetValue dueOn } } }",
        "{ target(key: \"inf-2\") { observations { nodes { value } } } }",
        "{ target(key: \"none\") { observations { nodes { value } } } }",
        "{ a: targets { nodes { key } } b: targets { nodes { key } } }",
        "{ projects(filter: {key: {eq: \"none\"}}) { groups(by: [{field: STATUS}]) {"
            + " nodes { label count } } } }"
      })
  void whatCannotBeDrawnIsRefusedInASentence(String document) {
    HttpResponse<String> refused = picture(document, "");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Web.code(refused)).isEqualTo("NOT_DRAWABLE");
    assertThat(Web.json(refused).at("/errors/0/extensions/hint").asString("")).isNotEmpty();
  }

  @Test
  void groupsNeedAFigureAndAName() {
    for (String asked : List.of("count", "label", "cursor", "keys { statusLabel }")) {
      assertThat(Web.code(picture(GROUPS.formatted(asked), ""))).isEqualTo("NOT_DRAWABLE");
    }
    for (String asked :
        List.of("label count", "keys { status } count", "keys { statusLabel } share")) {
      assertThat(picture(GROUPS.formatted(asked), "").statusCode()).as(asked).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "?width=broad, wide",
    "?lang=fr, en",
    "?theme=blue, dark",
    "?colour=red, figure",
    "?figure=none, count"
  })
  void aParameterThatMeansNothingIsRefused(String parameters, String hint) {
    HttpResponse<String> refused = picture(GROUPS.formatted("label count"), parameters);
    assertThat(Web.code(refused)).isEqualTo("BAD_ARGUMENT");
    assertThat(refused.body()).contains(hint);
  }

  @Test
  void aMistakeInTheQuestionIsReportedAsSuch() {
    HttpResponse<String> refused =
        picture(
            "{ target(key: \"inf-1\", knownAt: \"2999-01-01\") { observations { totalCount } } }",
            "");
    assertThat(Web.code(refused)).isEqualTo("FUTURE_MOMENT");
  }

  @Test
  void argumentsAndVariablesStayAsTheCallerPutThem() {
    String then =
        "{ target(key: \"inf-1\", knownAt: \"2025-07-07\") { observations { totalCount } } }";
    HttpResponse<String> nothing = picture(then, "");
    assertThat(Web.code(nothing)).as("its values were not on record").isEqualTo("NOT_DRAWABLE");
  }
}

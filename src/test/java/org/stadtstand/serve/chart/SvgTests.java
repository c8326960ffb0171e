package org.stadtstand.serve.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.chart.BarPlot.Bar;
import org.stadtstand.serve.drawing.Graphic;
import org.stadtstand.serve.drawing.Ink;
import org.stadtstand.serve.drawing.Mark;
import org.stadtstand.serve.drawing.Numbers;
import org.stadtstand.serve.drawing.Svg;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Drawings as SVG. */
class SvgTests {

  private static final Numbers NUMBERS = new Numbers(Language.DE);

  private static Graphic drawing(String label, boolean invented) {
    BarPlot bars =
        new BarPlot(
            List.of(
                new Bar(label, new BigDecimal("12.5"), true),
                new Bar("niemand", BigDecimal.ONE, false),
                new Bar("unbekannt", null, true),
                new Bar("weniger", new BigDecimal(-3), true)),
            true,
            NUMBERS);
    return new Chart("Titel & mehr", "Prozent", bars, List.of("Stadtstand: X"), invented)
        .drawn(Layout.WIDE, Language.DE);
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  @Test
  void isWellFormedWhateverItIsCalled() throws Exception {
    String svg = Svg.file(drawing("<script>alert(\"1\")</script>&\u0001", false), false);
    assertThat(parsed(svg).getElementsByTagName("script").getLength()).isZero();
    assertThat(svg).contains("&lt;script&gt;", "Titel &amp; mehr").doesNotContain("\u0001");
  }

  @Test
  void needsNothingThatThePolicyForbids() {
    assertThat(Svg.file(drawing("a", false), false))
        .doesNotContain("style=", "<style", "<script", "href", "url(");
  }

  @Test
  void saysEveryValueToThoseWhoDoNotSeeIt() throws Exception {
    Document svg = parsed(Svg.file(drawing("a", false), false));
    assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("img");
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("Titel & mehr");
    assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo(
            "Prozent. a: 12,5\u00a0%; niemand: 1\u00a0%; unbekannt: keine Angabe; weniger:"
                + " −3\u00a0%. Stadtstand: X.");
  }

  @Test
  void inventedDataHaveAnotherAccentAndAStamp() {
    assertThat(Svg.file(drawing("a", true), false))
        .contains(">ERFUNDEN<", "#5b37a0")
        .doesNotContain("#0b4f6c");
    assertThat(Svg.file(drawing("a", false), false))
        .contains("#0b4f6c")
        .doesNotContain("ERFUNDEN", "#5b37a0");
  }

  @Test
  void inAPageItHasIdsOfItsOwnAndIsColouredByTheSheet() throws Exception {
    String svg = Svg.inPage(drawing("a", false), "phone");
    Document parsed = parsed(svg);
    String labels = parsed.getDocumentElement().getAttribute("aria-labelledby");
    assertThat(labels).matches("phone-(\\w+)-t phone-\\1-d");
    for (String id : labels.split(" ")) {
      assertThat(svg).contains(" id=\"" + id + "\">");
    }
    assertThat(parsed.getDocumentElement().getAttribute("width")).isEmpty();
    assertThat(svg).contains("class=\"phone\"", "class=\"f-accent s-none\"", "fill=\"#0b4f6c\"");
    String sheet = Files.readString(Path.of("src/main/resources/static/stadtstand.css"));
    Set<String> classes =
        Pattern.compile("\\b[fs]-[a-z]+(?:-[a-z]+)*\\b")
            .matcher(svg)
            .results()
            .map(MatchResult::group)
            .collect(Collectors.toCollection(TreeSet::new));
    classes.removeIf(name -> name.endsWith("-none"));
    assertThat(classes)
        .isNotEmpty()
        .allSatisfy(name -> assertThat(sheet).contains("." + name + " {"));
  }

  @Test
  void theNightHasItsOwnShades() {
    String night = Svg.file(drawing("a", false), true);
    assertThat(night).contains("#1a1f22", "#8cc8e2").doesNotContain("#ffffff", "#0b4f6c");
  }

  @Test
  void whatNobodyNamedIsDashed() {
    List<Mark.Box> boxes =
        drawing("a", false).marks().stream()
            .filter(Mark.Box.class::isInstance)
            .map(Mark.Box.class::cast)
            .toList();
    assertThat(boxes).hasSize(4);
    assertThat(boxes.get(2).width()).as("what is not known has no length").isZero();
    assertThat(boxes.get(0).fill()).isEqualTo(Ink.ACCENT);
    assertThat(boxes.get(1).fill()).isEqualTo(Ink.NONE);
    assertThat(boxes.get(1).edge().dash()).isPositive();
    assertThat(boxes.get(3).x())
        .as("less than nothing leads to the left")
        .isLessThan(boxes.get(0).x());
  }
}

package org.stadtstand.serve.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;
import org.stadtstand.ServerTest;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.link.Web;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * From a city's first page, the source of any figure in its record is two clicks away: one to a
 * page on which the figure stands, one from beside the figure to its source.
 */
@ServerTest
class FigureSourcesIT {

  private static final Pattern LINK = Pattern.compile("<a [^>]*?href=\"(/[^\"#]*)");

  /** What stands together: a row, an entry of a list, a cell of two that stand side by side. */
  private static final Pattern BLOCK =
      Pattern.compile(
          "<tr role=\"row\">.*?</tr>|<li[ >].*?</li>|<div class=\"cell flow\">.*?</div>",
          Pattern.DOTALL);

  private static final String FIGURES =
      """
      {
        observations(first: 200, filter: {value: {isNull: false}}) {
          nodes { figure: value sources { key } }
        }
        targets(first: 200, filter: {targetValue: {isNull: false}}) {
          nodes { figure: targetValue sources { key } }
        }
        services(first: 200) { nodes { usage { nodes { figure: count sources { key } } } } }
        costs(first: 200) { nodes { figure: amount sources { key } } }
        claims(first: 200, filter: {value: {isNull: false}}) {
          nodes { figure: value sources { key } }
        }
        dataset { coverage { figure: claimed sources { key } } }
      }
      """;

  @LocalServerPort private int port;

  private Web web = new Web(0);

  @BeforeEach
  void find() {
    web = new Web(port);
  }

  /** A figure of the record and the key of one of its sources. */
  private record Figure(BigDecimal value, String source) {

    boolean standsIn(String block, Figures figures) {
      String written = Pattern.quote(figures.number(value).replace('-', '−'));
      String shown = HtmlUtils.htmlUnescape(block.replaceAll("<[^>]*>", " "));
      return block.contains("/quellen/" + source + "\"")
          && Pattern.compile("(?<![\\d.,])" + written + "(?![\\d]|[.,]\\d)").matcher(shown).find();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/duesseldorf", "/en/duesseldorf"})
  void theSourceOfEachFigureIsTwoClicksFromTheFirstPage(String home) {
    Figures notation = new Figures(home.startsWith("/en") ? Language.EN : Language.DE);
    List<Figure> figures = figures();
    assertThat(figures).hasSizeGreaterThan(40);
    Set<Figure> missing = new LinkedHashSet<>(figures);
    for (Map.Entry<String, String> page : oneClickFrom(home).entrySet()) {
      List<String> blocks =
          BLOCK.matcher(page.getValue()).results().map(found -> found.group()).toList();
      missing.removeIf(
          figure -> blocks.stream().anyMatch(block -> figure.standsIn(block, notation)));
    }
    assertThat(missing).as("more than two clicks from " + home).isEmpty();
    assertSources(home, figures);
  }

  /** The second click ends at a page that names the source and, if there is one, its address. */
  private void assertSources(String home, List<Figure> figures) {
    JsonNode sources = ask("{ sources(first: 200) { nodes { key url } } }").at("/data/sources");
    Map<String, JsonNode> urls = new LinkedHashMap<>();
    sources.get("nodes").forEach(each -> urls.put(each.get("key").asString(), each.get("url")));
    for (String source : figures.stream().map(Figure::source).distinct().toList()) {
      String page = HtmlUtils.htmlUnescape(web.visit(home + "/quellen/" + source).body());
      JsonNode url = Objects.requireNonNull(urls.get(source));
      assertThat(page)
          .as(source)
          .contains(url.isNull() ? "<h1" : "href=\"" + url.asString() + "\"");
    }
  }

  /** The first page and those that it links to, by their addresses. */
  private Map<String, String> oneClickFrom(String home) {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put(home, web.visit(home).body());
    List<String> links =
        LINK.matcher(pages.get(home)).results().map(found -> found.group(1)).toList();
    for (String link : links) {
      String path = HtmlUtils.htmlUnescape(link);
      if (path.startsWith(home + "/") && !path.contains("?")) {
        pages.computeIfAbsent(path, each -> web.visit(each).body());
      }
    }
    assertThat(pages).hasSizeGreaterThan(20);
    return pages;
  }

  private List<Figure> figures() {
    List<Figure> found = new ArrayList<>();
    for (JsonNode holder : ask(FIGURES).get("data").findParents("figure")) {
      if (!holder.get("figure").isNull()) {
        assertThat(holder.get("sources").size()).as("%s", holder).isPositive();
        for (JsonNode source : holder.get("sources")) {
          BigDecimal value = new BigDecimal(holder.get("figure").asString());
          found.add(new Figure(value, source.get("key").asString()));
        }
      }
    }
    return found;
  }

  private JsonNode ask(String question) {
    return JsonMapper.builder().build().readTree(web.get(Web.carried(question)).body());
  }
}

package org.stadtstand.serve.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;
import org.stadtstand.ServerTest;
import org.stadtstand.serve.link.Web;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Follows every link of the pages: none leads nowhere, each to a record names what it leads to, and
 * each figure has the link to its source beside it.
 */
@ServerTest
class PageLinksIT {

  private static final Pattern LINK =
      Pattern.compile("<a (?:[^>]* )?href=\"([^\"]*)\"[^>]*>(.*?)</a>", Pattern.DOTALL);
  private static final Pattern TO_RECORD =
      Pattern.compile("/[a-z]+/(ziele|projekte|leistungen|stellen)/[^/]+");
  private static final Pattern HEADING = Pattern.compile("<h1[^>]*>(.*?)</h1>", Pattern.DOTALL);

  @LocalServerPort private int port;

  private Web web = new Web(0);

  @BeforeEach
  void find() {
    web = new Web(port);
  }

  /** A link from one page to another. */
  private record Link(String from, String to, String words) {}

  @ParameterizedTest
  @CsvSource({"/duesseldorf, 100", "/en/duesseldorf, 100"})
  void everyLinkOfACityIsAnswered(String city, int atLeast) {
    assertThat(follow(city, link -> true)).hasSizeGreaterThan(atLeast);
  }

  /** One page in seven of the many of the generated city, and all of its lists. */
  @ParameterizedTest
  @ValueSource(strings = {"/musterstadt", "/en/musterstadt"})
  void theLinksOfTheDemoCityAreAnswered(String city) {
    assertThat(
            follow(
                city,
                link ->
                    Math.floorMod(link.hashCode(), link.contains("am=") ? 97 : 7) == 0
                        || link.matches(city + "(/[a-z]+)?(\\?nach=.*)?")))
        .hasSizeGreaterThan(100);
  }

  @Test
  void everyRowOfATableAndEveryLargeFigureHasItsSourceBesideIt() {
    for (String area : List.of("ziele", "projekte", "leistungen")) {
      String rows = web.visit("/duesseldorf/" + area).body();
      assertThat(parts(rows, "<h2><a href(.*?)<div class=\"side\">"))
          .isNotEmpty()
          .allMatch(row -> row.contains("class=\"origin\"") && row.contains("/quellen/"));
    }
    for (String page : records("/duesseldorf")) {
      String html = web.visit(page).body();
      for (String row : parts(html, "<tr role=\"row\">(.*?)</tr>")) {
        if (row.contains("class=\"source\"")) {
          assertThat(row).as(page).contains("class=\"origin\"", "/quellen/");
        }
      }
      for (String figures : parts(html, "<ul class=\"figures\">(.*?)</ul>")) {
        for (String figure : parts(figures, "<li>(.*?)</li>")) {
          assertThat(figure).as(page).contains("class=\"origin\"", "/quellen/");
        }
      }
    }
  }

  @Test
  void fromATargetTheSourceOfEachOfItsValuesIsOneClickAway() {
    JsonNode targets =
        ask("{ targets(first: 200) { nodes { key sources { key url } observations { nodes { sources"
                + " { key url } } } claims { nodes { sources { key url } } } } } }")
            .at("/data/targets/nodes");
    assertThat(targets.size()).isEqualTo(8);
    targets.forEach(target -> assertSources(target, "/duesseldorf/ziele/"));
  }

  @Test
  void fromAProjectTheSourceOfEachOfItsFiguresIsOneClickAway() {
    JsonNode projects =
        ask("{ projects(first: 200) { nodes { key sources { key url } costs { nodes { sources { key"
                + " url } } } statusChanges { nodes { sources { key url } } } claims { nodes {"
                + " sources { key url } } } scheduleRevisions { nodes { sources { key url } } } } }"
                + " }")
            .at("/data/projects/nodes");
    assertThat(projects.size()).isEqualTo(29);
    projects.forEach(project -> assertSources(project, "/duesseldorf/projekte/"));
  }

  @Test
  void fromAServiceTheSourceOfEachOfItsFiguresIsOneClickAway() {
    JsonNode services =
        ask("{ services(first: 200) { nodes { key sources { key url } usage { nodes { sources { key"
                + " url } } } assessments { nodes { sources { key url } } } } } }")
            .at("/data/services/nodes");
    assertThat(services.size()).isEqualTo(47);
    services.forEach(service -> assertSources(service, "/duesseldorf/leistungen/"));
  }

  private void assertSources(JsonNode record, String folder) {
    String page = folder + record.get("key").asString();
    String html = HtmlUtils.htmlUnescape(web.visit(page).body());
    for (JsonNode sources : record.findValues("sources")) {
      assertThat(sources.size()).as(page).isPositive();
      sources.forEach(
          source -> {
            assertThat(html).contains("/quellen/" + source.get("key").asString() + "\"");
            if (!source.get("url").isNull()) {
              assertThat(html).contains("href=\"" + source.get("url").asString() + "\"");
            }
          });
    }
  }

  private List<String> records(String city) {
    List<String> records = new ArrayList<>(List.of(city));
    for (String area : List.of("ziele", "projekte", "leistungen", "stellen", "quellen")) {
      for (Link link : links(city, web.visit(city + "/" + area).body())) {
        if (link.to().startsWith(city + "/" + area + "/")) {
          records.add(link.to());
        }
      }
    }
    assertThat(records).hasSizeGreaterThan(100);
    return records;
  }

  private Set<String> follow(String start, Predicate<String> wanted) {
    Set<String> known = new HashSet<>(Set.of(start));
    Set<String> broken = new LinkedHashSet<>();
    Deque<Link> ahead = new ArrayDeque<>(List.of(new Link("", start, "")));
    while (!ahead.isEmpty()) {
      Link link = ahead.removeFirst();
      HttpResponse<String> page = web.visit(link.to().replaceFirst("#.*", ""));
      if (!keeps(link, page)) {
        broken.add(page.statusCode() + " " + link);
      }
      if (link.to().startsWith(start)) {
        for (Link next : links(link.to(), page.body())) {
          if (isNear(next)
              && known.add(next.to())
              && (!next.to().startsWith(start) || wanted.test(next.to()))) {
            ahead.add(next);
          }
        }
      }
    }
    assertThat(broken).isEmpty();
    return known;
  }

  /** Choices multiply: one parameter is followed, and files of lists of which nothing is chosen. */
  private static boolean isNear(Link link) {
    return link.to().startsWith("/q/")
        ? !link.from().contains("?")
        : link.to().chars().filter(each -> each == '=').count() <= 1;
  }

  /** Whether a link leads to a page, and one to a record to the record that it names. */
  private static boolean keeps(Link link, HttpResponse<String> page) {
    if (page.statusCode() != 200) {
      return false;
    }
    boolean named = TO_RECORD.matcher(link.to()).matches() && link.words().length() > 12;
    Matcher heading = HEADING.matcher(page.body());
    return !named || (heading.find() && words(heading.group(1)).contains(link.words()));
  }

  /** The links to this server; an anchor must be on its page. */
  private static List<Link> links(String page, String html) {
    List<Link> links = new ArrayList<>();
    Matcher link = LINK.matcher(html);
    while (link.find()) {
      String to = HtmlUtils.htmlUnescape(link.group(1));
      if (to.startsWith("#")) {
        assertThat(html).as(page).contains("id=\"" + to.substring(1) + "\"");
      } else if (to.startsWith("/")) {
        links.add(new Link(page, to, words(link.group(2))));
      }
    }
    return links;
  }

  private static String words(String html) {
    String shown = html.replaceAll("(?s)<span class=\"unseen\">.*?</span>", "");
    return HtmlUtils.htmlUnescape(shown.replaceAll("<[^>]*>", "")).strip();
  }

  private static List<String> parts(String html, String pattern) {
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(html)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private JsonNode ask(String question) {
    return JsonMapper.builder().build().readTree(web.get(Web.carried(question)).body());
  }
}

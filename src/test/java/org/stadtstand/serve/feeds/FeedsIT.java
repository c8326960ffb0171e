package org.stadtstand.serve.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.Questions;
import org.stadtstand.ServerTest;
import org.stadtstand.serve.link.Web;
import tools.jackson.databind.JsonNode;

/** Feeds, read as a feed reader reads them. */
@ServerTest
class FeedsIT {

  private static final String CHANGES = "/feed/duesseldorf/changes.atom";
  private static final String ANSWER = "/q/ziele-2025.atom";
  private static final String SUFFIX = ".feed.json";

  @LocalServerPort private int port;
  @Autowired private Questions questions;

  private Web web() {
    return new Web(port);
  }

  private SyndFeed read(String path) {
    HttpResponse<String> response = web().get(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type"))
        .contains("application/atom+xml;charset=UTF-8");
    try {
      return new SyndFeedInput().build(new StringReader(response.body()));
    } catch (FeedException e) {
      throw new AssertionError(response.body(), e);
    }
  }

  private static @Nullable String link(SyndFeed feed, String relation) {
    return feed.getLinks().stream()
        .filter(link -> relation.equals(link.getRel()))
        .map(SyndLink::getHref)
        .findFirst()
        .orElse(null);
  }

  /** All pages, the current one first. */
  private List<SyndFeed> pages(String path) {
    List<SyndFeed> pages = new ArrayList<>();
    for (String next = path; next != null; next = link(pages.getLast(), "prev-archive")) {
      pages.add(read(next));
      assertThat(pages).hasSizeLessThan(200);
    }
    return pages;
  }

  private static List<String> ids(List<SyndFeed> pages) {
    return pages.stream()
        .flatMap(page -> page.getEntries().stream())
        .map(SyndEntry::getUri)
        .toList();
  }

  @Test
  void archiveHasEveryChangeOnce() {
    List<String> ids = ids(pages(CHANGES));
    Set<String> expected = new HashSet<>();
    String after = "";
    while (true) {
      JsonNode list =
          questions
              .ask(
                  "{ changes(first: 200%s) { nodes { id } pageInfo { hasNextPage endCursor } } }"
                      .formatted(after))
              .at("/data/changes");
      list.path("nodes")
          .forEach(
              node ->
                  expected.add("tag:localhost,2026:change:" + node.path("id").asString() + ":de"));
      if (!list.at("/pageInfo/hasNextPage").asBoolean()) {
        break;
      }
      after = ", after: \"" + list.at("/pageInfo/endCursor").asString() + "\"";
    }
    assertThat(expected).hasSizeGreaterThan(300);
    assertThat(ids).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void pagesOfTheArchiveAreMarkedAndLast() {
    List<SyndFeed> pages = pages(CHANGES);
    assertThat(pages).hasSizeGreaterThan(2);
    assertThat(link(pages.getFirst(), "current")).isNull();
    for (SyndFeed page : pages.subList(1, pages.size())) {
      assertThat(link(page, "current")).isEqualTo(web().address() + CHANGES);
      String self = link(page, "self");
      HttpResponse<String> response = web().get(String.valueOf(self));
      assertThat(response.body()).contains("<fh:archive");
      assertThat(response.headers().firstValue("Cache-Control").orElseThrow())
          .contains("immutable");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/feed/releases",
        "/feed/changes",
        "/feed/duesseldorf/releases",
        "/feed/duesseldorf/changes",
        "/q/ziele-2025",
        "/q/ziele-2025@3"
      })
  void bothFormsSayTheSame(String path) {
    SyndFeed atom = read(path + ".atom");
    JsonNode json = Web.json(web().get(path + SUFFIX));
    assertThat(json.path("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
    assertThat(json.path("title").asString()).isEqualTo(atom.getTitle());
    List<String> ids = new ArrayList<>();
    json.path("items").forEach(item -> ids.add(item.path("id").asString()));
    assertThat(ids).isNotEmpty().isEqualTo(ids(List.of(atom)));
    assertThat(json.path("next_url").isMissingNode()).isEqualTo(link(atom, "prev-archive") == null);
    for (SyndEntry entry : atom.getEntries()) {
      assertThat(entry.getTitle()).isNotBlank();
      assertThat(entry.getContents().getFirst().getValue()).isNotBlank();
      assertThat(entry.getUpdatedDate()).isAfterOrEqualTo(entry.getPublishedDate());
    }
    assertThat(web().get(path + ".atom").body()).isEqualTo(web().get(path + ".atom").body());
  }

  @Test
  void entriesLeadToPagesThatAreThere() {
    for (String path : List.of(CHANGES, "/feed/releases.atom?lang=en", ANSWER + "?lang=en")) {
      SyndFeed feed = read(path);
      feed.getEntries().stream()
          .limit(12)
          .forEach(
              entry ->
                  assertThat(web().visit(entry.getLink()).statusCode())
                      .as(entry.getLink())
                      .isEqualTo(200));
      assertThat(web().visit(feed.getLink()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void answerSaysWhatBecameOfIt() {
    List<SyndEntry> entries = read(ANSWER + "?lang=en").getEntries();
    assertThat(entries).hasSize(3);
    assertThat(entries.getFirst().getTitle())
        .isEqualTo("Release 4 of 31 January 2026: Targets: 5 new, 1 changed.");
    assertThat(entries.getFirst().getContents().getFirst().getValue())
        .contains("\nNew: ", "\nChanged: ");
    assertThat(entries.getLast().getTitle()).endsWith(": Targets: 1 new.");
  }

  /** Only what names the state differs in these answers: nothing happened to them. */
  @Test
  void whatNamesTheStateIsNoChange() {
    String asked =
        Web.carried(
            "{ dataset { release { number } } m: municipality(key: \"duesseldorf\") { id key }"
                + " projects(first: 1) { edges { cursor } pageInfo { endCursor } } }");
    List<SyndEntry> entries = read(asked + ".atom?lang=en").getEntries();
    assertThat(entries).hasSize(1);
    assertThat(entries.getFirst().getTitle()).contains("Release 1 of", "First answer.");
  }

  @Test
  void changesAreNarrowed() {
    List<SyndFeed> pages = pages(CHANGES + "?type=TARGET,PROJECT&kind=CREATED");
    assertThat(ids(pages)).isNotEmpty();
    for (SyndFeed page : pages) {
      for (SyndEntry entry : page.getEntries()) {
        assertThat(entry.getCategories())
            .extracting("name")
            .contains("CREATED")
            .containsAnyOf("TARGET", "PROJECT");
      }
    }
    assertThat(ids(pages(CHANGES + "?subject=target:inf-1"))).isNotEmpty();
    assertThat(ids(pages(CHANGES + "?key=nothing"))).isEmpty();
  }

  @Test
  void inventedDataAreMarkedAndInNoFeedOfAll() {
    HttpResponse<String> demo = web().get("/feed/musterstadt/changes.atom?lang=en");
    assertThat(demo.body()).contains("<title>Demo: ");
    assertThat(demo.headers().firstValue("X-Robots-Tag")).contains("noindex");
    assertThat(ids(pages("/feed/releases.atom")))
        .isNotEmpty()
        .noneMatch(id -> id.contains("musterstadt"));
  }

  @ParameterizedTest
  @ValueSource(strings = {CHANGES, "/feed/releases.feed.json", ANSWER})
  void isKnownAgainAndKept(String path) {
    HttpResponse<String> first = web().get(path);
    String etag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(web().get(path, "If-None-Match", etag).statusCode()).isEqualTo(304);
    assertThat(web().head(path).statusCode()).isEqualTo(200);
    assertThat(web().get(path).headers().firstValue("Cache-Status").orElseThrow()).contains("hit");
  }

  @ParameterizedTest
  @CsvSource({
    "*/*, application/atom+xml",
    "application/feed+json, application/feed+json",
    "'text/html, application/atom+xml;q=0.5', application/atom+xml"
  })
  void acceptDecidesWithoutASuffix(String accept, String type) {
    assertThat(
            web()
                .get("/feed/duesseldorf/changes", "Accept", accept)
                .headers()
                .firstValue("Content-Type"))
        .contains(type + ";charset=UTF-8");
  }

  @ParameterizedTest
  @CsvSource({
    "/feed/nowhere/changes.atom, 404, UNKNOWN_MUNICIPALITY",
    "/feed/duesseldorf/nothing.atom, 404, NOT_FOUND",
    "/feed/changes.rss, 404, NOT_FOUND",
    "/feed/duesseldorf/changes.atom?until=99, 404, UNKNOWN_RELEASE",
    "/feed/duesseldorf/changes.atom?until=0, 404, UNKNOWN_RELEASE",
    "/feed/duesseldorf/changes.atom?until=9999999999, 400, BAD_ARGUMENT",
    "/feed/duesseldorf/changes.atom?until=musterstadt.1, 400, BAD_ARGUMENT",
    "/feed/changes.atom?until=4, 400, BAD_ARGUMENT",
    "/feed/duesseldorf/changes.atom?after=abc, 400, BAD_ARGUMENT",
    "/feed/duesseldorf/changes.atom?until=4&after=abc, 400, BAD_CURSOR",
    "/feed/duesseldorf/changes.atom?lang=fr, 400, BAD_ARGUMENT",
    "/feed/duesseldorf/changes.atom?page=2, 400, BAD_ARGUMENT",
    "/feed/duesseldorf/releases.atom?type=TARGET, 400, BAD_ARGUMENT",
    "/feed/duesseldorf/changes.atom?type=ROAD, 400, VALIDATION",
    "/feed/duesseldorf/changes.atom?subject=road:1, 400, BAD_FILTER",
    "/feed/duesseldorf/changes.atom?lang=de&lang=en, 400, BAD_REQUEST",
    "/q/nothing-here.atom, 404, UNKNOWN_LINK",
    "/q/ziele-2025@99.atom, 404, UNKNOWN_RELEASE",
    "/q/ziele-2025.atom?lang=fr, 400, BAD_ARGUMENT"
  })
  void refusesInASentence(String path, int status, String code) {
    HttpResponse<String> response = web().get(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(Web.code(response)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "type=TARGETS, Did you mean TARGET?",
    "explained=NO, ExplanationStatus has EXPLAINED",
    "field=plannedEnd, Did you mean planned_end?",
    "subject=Target:inf-1, such as target:inf-1"
  })
  void aRefusalSaysWhatCouldBeAsked(String condition, String hint) {
    HttpResponse<String> response = web().get("/feed/duesseldorf/changes.atom?" + condition);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains(hint);
  }

  @Test
  void refusesWhatRestsOnNoRelease() {
    HttpResponse<String> response = web().get(Web.carried("{ __typename }") + ".atom");
    assertThat(Web.code(response)).isEqualTo("BAD_LINK");
    HttpResponse<String> wrong = web().get(Web.carried("{ nothing }") + ".atom");
    assertThat(Web.code(wrong)).isEqualTo("VALIDATION");
  }

  @Test
  void pagesNameTheirFeeds() {
    assertThat(web().visit("/en/duesseldorf").body())
        .contains("href=\"/feed/duesseldorf/changes.atom?lang=en\"");
    assertThat(web().visit("/staedte").body()).contains("href=\"/feed/releases.atom\"");
    assertThat(web().visit("/q/ziele-2025@3.html").body())
        .contains("type=\"application/atom+xml\"", "href=\"ziele-2025.atom\"");
  }
}

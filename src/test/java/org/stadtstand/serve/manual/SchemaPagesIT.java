package org.stadtstand.serve.manual;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLNamedType;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.graphql.execution.GraphQlSource;
import org.stadtstand.ServerTest;
import org.stadtstand.serve.link.Web;

/** Every type of the schema has a page, and every link between them leads to what it names. */
@ServerTest
class SchemaPagesIT {

  private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"([^\"]+)\"");

  @LocalServerPort private int port;
  @Autowired private GraphQlSource source;

  @Test
  void everyTypeHasAPageAndEveryLinkItsTarget() {
    Web web = new Web(port);
    Map<String, String> pages = new HashMap<>();
    String contents = web.visit("/docs/schema").body();
    for (GraphQLNamedType type : source.schema().getAllTypesAsList()) {
      if (!type.getName().startsWith("__")) {
        HttpResponse<String> page = web.visit("/docs/schema/" + type.getName());
        assertThat(page.statusCode()).as(type.getName()).isEqualTo(200);
        assertThat(contents).contains("href=\"/docs/schema/" + type.getName() + "\"");
        pages.put(type.getName(), page.body());
      }
    }
    assertThat(pages).hasSizeGreaterThan(400);
    List<String> broken = new ArrayList<>();
    pages.forEach(
        (name, html) ->
            LINK.matcher(html)
                .results()
                .map(link -> link.group(1).replaceFirst("^/docs/schema/", ""))
                .filter(link -> link.matches("[A-Z]\\w*(#\\w+)?|#\\w+"))
                .filter(link -> !leads(pages, name, link))
                .forEach(link -> broken.add(name + " -> " + link)));
    assertThat(broken).isEmpty();
  }

  @Test
  void aFieldIsDescribedWithItsArgumentsAndUses() {
    Web web = new Web(port);
    String target = web.visit("/docs/schema/Target").body();
    assertThat(target)
        .contains("id=\"outcome\"", "What became of it on the day", "As it was on this day")
        .contains("href=\"/docs/schema/Date\"", "Used by", "/docs/schema/Query#target\"");
    assertThat(web.visit("/docs/schema/TargetOutcome").body())
        .contains("id=\"MISSED\"", "<a href=\"Target#outcome\"><code>Target.outcome</code></a>");
    HttpResponse<String> largest =
        web.get("/docs/schema/Query", "Accept", "text/html", "Accept-Encoding", "gzip");
    assertThat(largest.body().length()).isLessThan(60_000);
    assertThat(web.visit("/docs/schema/Nothing").statusCode()).isEqualTo(404);
    assertThat(web.visit("/docs/schema/__Type").statusCode()).isEqualTo(404);
  }

  private static boolean leads(Map<String, String> pages, String from, String link) {
    String[] parts = link.split("#", 2);
    String page = pages.get(parts[0].isEmpty() ? from : parts[0]);
    return page != null
        && (parts.length < 2
            || parts[1].equals("content")
            || page.contains("id=\"" + parts[1] + "\""));
  }
}

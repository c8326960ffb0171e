package org.stadtstand.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.ServerTest;

/**
 * The headers of every kind of response: answers, files, pages and refusals can all be read from
 * other origins, are safe in a browser, and say how long they may be kept.
 */
@ServerTest
class HeadersIT {

  private static final String ASKED = "/graphql?query=%7Btargets%7BtotalCount%7D%7D";

  @LocalServerPort private int port;

  @ParameterizedTest
  @CsvSource({
    ASKED + ",200",
    "/graphql?query=%7Bnothing%7D,200",
    "/graphql?query=%7B__typename%7D&variables=5,400",
    "/graphql/nowhere,404",
    "/schema.graphqls,200",
    "/q/ziele-2025@4,200",
    "/q/ziele-2025@4.csv,200",
    "/q/ziele-2025@4.xlsx,200",
    "/q/ziele-2025@99,404",
    "/q/nobody-asked-this,404",
    "/data/target.csv,200",
    "/data/datapackage.json,200",
    "/data/package@1.zip,200",
    "/,200",
    "/docs,200",
    "/docs/nowhere,404",
    "/graphiql,200",
    "/stadtstand.css,200",
    "/nowhere,404",
    "/error,404"
  })
  void everyResponseIsOpenToReadersAndClosedToTricks(String path, int status) {
    ReceivedResponse asked = ReceivedResponse.send(ReceivedResponse.request(port, path).GET());
    assertThat(asked.status()).isEqualTo(status);
    carriesWhatAllCarry(asked);
  }

  @ParameterizedTest
  @CsvSource({
    "POST,/graphql,415",
    "PUT,/graphql,405",
    "POST,/q,415",
    "DELETE,/q/ziele-2025@4,405",
    "POST,/data/target.csv,405",
    "DELETE,/data/target.csv,405",
    "POST,/schema.graphqls,405",
    "POST,/docs,405",
    "POST,/stadtstand.css,405"
  })
  void soDoesWhatIsRefusedByItsMethod(String method, String path, int status) {
    ReceivedResponse asked =
        ReceivedResponse.send(
            ReceivedResponse.request(port, path).method(method, BodyPublishers.ofString("x")));
    assertThat(asked.status()).isEqualTo(status);
    assertThat(asked.json().at("/errors/0/message").asString()).isNotBlank();
    carriesWhatAllCarry(asked);
  }

  @ParameterizedTest
  @CsvSource({
    "/de,de",
    "/en,en",
    "/en/staedte,en",
    "/musterstadt/ziele,de",
    "/q/ziele-2025,de",
    "/q/ziele-2025?lang=en,en",
    "/docs,de",
    "/graphiql,de",
    "/docs/examples/berichtigungen,de",
    "/docs/api,en",
    "/docs/operating,en",
    "/docs/decisions/0030-budgets-of-cost,en",
    "/docs/nowhere,de",
    "/nowhere,de",
    "/q/nobody-asked-this?lang=de,de",
    "/q/nobody-asked-this?lang=en,en"
  })
  void aPageNamesItsOwnLanguageWhateverItsCallerPrefers(String path, String language) {
    for (String preferred : new String[] {"fr", "en-US, en", "de", "*", "tlh"}) {
      ReceivedResponse page =
          ReceivedResponse.send(
              ReceivedResponse.request(port, path)
                  .header("Accept", "text/html")
                  .header("Accept-Language", preferred)
                  .GET());
      assertThat(page.header("Content-Language")).as(preferred).isEqualTo(language);
      assertThat(page.response().body()).contains("<html lang=\"" + language + "\"");
    }
  }

  /** What is named works, and what is not named is refused. */
  @ParameterizedTest
  @CsvSource({
    "/graphql,'GET, HEAD, POST, QUERY, OPTIONS'",
    "/q,'OPTIONS, POST'",
    "/q/ziele-2025@4,'GET, HEAD, OPTIONS'",
    "/data/target.csv,'GET, HEAD, OPTIONS'",
    "/data/duesseldorf/target@4.csv,'GET, HEAD, OPTIONS'",
    "/schema.graphqls,'GET, HEAD, OPTIONS'",
    "/docs,'GET, HEAD, OPTIONS'",
    "/,'GET, HEAD, OPTIONS'"
  })
  void allowTellsTheTruth(String path, String allowed) {
    for (String method : new String[] {"DELETE", "PUT", "PATCH"}) {
      ReceivedResponse refused =
          ReceivedResponse.send(
              ReceivedResponse.request(port, path).method(method, BodyPublishers.noBody()));
      assertThat(refused.status()).isEqualTo(405);
      assertThat(refused.header("Allow")).isEqualTo(allowed);
    }
    for (String method : allowed.split(", ")) {
      ReceivedResponse answered =
          ReceivedResponse.send(
              ReceivedResponse.request(port, path).method(method, BodyPublishers.noBody()));
      assertThat(answered.status()).as(method).isNotEqualTo(405);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {ASKED, "/q/ziele-2025@4.csv", "/data/target@4.csv", "/stadtstand.css"})
  void soDoesWhatIsNotSentAgain(String path) {
    String tag = ReceivedResponse.send(ReceivedResponse.request(port, path).GET()).header("ETag");
    assertThat(tag).isNotEmpty();
    ReceivedResponse again =
        ReceivedResponse.send(
            ReceivedResponse.request(port, path).header("If-None-Match", tag).GET());
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.response().body()).isEmpty();
    assertThat(again.header("ETag")).isEqualTo(tag);
    carriesWhatAllCarry(again);
  }

  @ParameterizedTest
  @CsvSource({
    ASKED + ",max-age=60",
    "/q/ziele-2025@4,max-age=86400",
    "/q/ziele-2025@4.csv,max-age=86400",
    "/data/target@4.csv,max-age=86400",
    "/graphql?query=%7Bnothing%7D,no-store",
    "/graphql?query=%7B__typename%7D&variables=5,no-store",
    "/q/ziele-2025@99,no-store",
    "/q/nobody-asked-this,no-store",
    "/data/nothing.csv,no-store",
    "/data/project@99.csv,no-store",
    "/nowhere,no-store",
    "/docs/nowhere,no-store",
    "/koeln,no-store",
    "/q,no-store"
  })
  void anAnswerSaysHowLongItMayBeKeptAndARefusalThatItMayNot(String path, String kept) {
    ReceivedResponse asked = ReceivedResponse.send(ReceivedResponse.request(port, path).GET());
    assertThat(asked.header("Cache-Control").split(", ")).contains(kept);
    // A response that must not be stored needs no validator.
    assertThat(asked.header("ETag").isEmpty()).isEqualTo(kept.equals("no-store"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/graphql", "/q", "/q/ziele-2025@4", "/data/target.csv", "/nowhere"})
  void aForeignPageIsToldBeforeItAsksThatItMay(String path) {
    ReceivedResponse told =
        ReceivedResponse.send(
            ReceivedResponse.request(port, path)
                .header("Access-Control-Request-Method", "QUERY")
                .header("Access-Control-Request-Headers", "content-type")
                .method("OPTIONS", BodyPublishers.noBody()));
    assertThat(told.status()).isEqualTo(204);
    assertThat(told.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(told.header("Access-Control-Allow-Methods")).contains("GET", "POST", "QUERY");
    assertThat(told.header("Access-Control-Allow-Headers")).isEqualTo("*");
    // With a star as origin, browsers send no cookies; this header would ask for them.
    assertThat(told.header("Access-Control-Allow-Credentials")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/graphql?query=%7Btargets%7BtotalCount%7D%7D", "/q/ziele-2025@4"})
  void whatDependsOnWhatIsAcceptedSaysSo(String path) {
    ReceivedResponse plain =
        ReceivedResponse.send(
            ReceivedResponse.request(port, path).header("Accept", "application/json").GET());
    ReceivedResponse table =
        ReceivedResponse.send(
            ReceivedResponse.request(port, path).header("Accept", "text/csv").GET());
    assertThat(plain.header("Content-Type")).startsWith("application/json");
    assertThat(table.header("Content-Type")).startsWith("text/csv");
    assertThat(plain.header("Vary")).containsIgnoringCase("accept");
    assertThat(table.header("Vary")).containsIgnoringCase("accept");
    assertThat(plain.header("ETag")).isNotEqualTo(table.header("ETag"));
  }

  @Test
  void anAnswerToHeadIsThatToGetWithoutItsBody() {
    for (String path : new String[] {ASKED, "/q/ziele-2025@4.csv", "/data/target@4.csv", "/docs"}) {
      ReceivedResponse get = ReceivedResponse.send(ReceivedResponse.request(port, path).GET());
      ReceivedResponse head =
          ReceivedResponse.send(
              ReceivedResponse.request(port, path).method("HEAD", BodyPublishers.noBody()));
      assertThat(head.status()).as(path).isEqualTo(get.status());
      assertThat(head.response().body()).as(path).isEmpty();
      for (String name : new String[] {"Content-Type", "ETag", "Cache-Control", "Vary"}) {
        assertThat(head.header(name)).as(path + " " + name).isEqualTo(get.header(name));
      }
    }
  }

  private static void carriesWhatAllCarry(ReceivedResponse asked) {
    assertThat(asked.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(asked.header("Access-Control-Expose-Headers")).contains("ETag", "Retry-After");
    assertThat(asked.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
    assertThat(asked.header("Content-Security-Policy")).contains("default-src 'self'");
    assertThat(asked.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(asked.header("Referrer-Policy")).isNotEmpty();
    assertThat(asked.response().headers().map())
        .doesNotContainKeys("set-cookie", "server", "x-powered-by");
  }
}

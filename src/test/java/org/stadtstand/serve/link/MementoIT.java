package org.stadtstand.serve.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.ServerTest;

/** A question's states are found by date, as RFC 7089 has it, and no other answer notices. */
@ServerTest
class MementoIT {

  private static final String ASKED = "Accept-Datetime";
  private static final Pattern MEMENTO =
      Pattern.compile("<([^>]+)>; rel=\"[a-z ]*memento\"; datetime=\"([^\"]+)\"");

  @LocalServerPort private int port;

  private Web web() {
    return new Web(port);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Thu, 31 Jul 2025 10:00:00 GMT | 2",
        "Wed, 09 Jul 2025 00:00:00 GMT | 2",
        "Sun, 06 Jul 2025 00:00:00 GMT | 1",
        "Thu, 01 Jan 1970 00:00:00 GMT | 1",
        "Fri, 01 Jan 2100 00:00:00 GMT | 4"
      })
  void theGateLeadsToWhatWasKnownThen(String moment, int release) {
    HttpResponse<String> response = web().get("/zeit/ziele-2025", ASKED, moment);
    assertThat(response.statusCode()).isEqualTo(302);
    assertThat(header(response, "Location")).isEqualTo("/q/ziele-2025@duesseldorf." + release);
    assertThat(header(response, "Vary")).isEqualTo(ASKED);
    assertThat(header(response, "Link"))
        .isEqualTo(
            "</q/ziele-2025>; rel=\"original\", </zeit/ziele-2025/karte>; rel=\"timemap\";"
                + " type=\"application/link-format\"");
    assertThat(response.headers().firstValue("Memento-Datetime")).isEmpty();
  }

  @Test
  void withoutADateItLeadsToTheNewest() {
    assertThat(header(web().head("/zeit/ziele-2025"), "Location"))
        .isEqualTo("/q/ziele-2025@duesseldorf.4");
  }

  @Test
  void formAndParametersGoAlong() {
    HttpResponse<String> response = web().get("/zeit/ziele-2025.csv?labels=de");
    assertThat(header(response, "Location")).isEqualTo("/q/ziele-2025@duesseldorf.4.csv?labels=de");
    HttpResponse<String> memento = web().get(header(response, "Location"));
    assertThat(memento.statusCode()).isEqualTo(200);
    assertThat(memento.headers().allValues("Link"))
        .anySatisfy(
            link ->
                assertThat(link)
                    .contains("</q/ziele-2025.csv?labels=de>; rel=\"original\"")
                    .contains("</zeit/ziele-2025.csv?labels=de>; rel=\"timegate\""));
  }

  /** Whoever sends the moment of a state back gets that state. */
  @Test
  void theMapListsEveryStateAndEachIsFoundAgain() {
    HttpResponse<String> map = web().get("/zeit/ziele-2025/karte");
    assertThat(header(map, "Content-Type")).startsWith("application/link-format");
    assertThat(map.body())
        .contains("rel=\"first memento\"", "rel=\"last memento\"", "rel=\"self\"; type=");
    assertThat(map.headers().firstValue("Vary").orElse("")).doesNotContain(ASKED);
    List<MatchResult> states = MEMENTO.matcher(map.body()).results().toList();
    assertThat(states).hasSize(4);
    for (MatchResult state : states) {
      HttpResponse<String> gate = web().get("/zeit/ziele-2025", ASKED, state.group(2));
      assertThat(web().address() + header(gate, "Location")).isEqualTo(state.group(1));
      HttpResponse<String> memento = web().get(state.group(1));
      assertThat(memento.statusCode()).isEqualTo(200);
      assertThat(header(memento, "Memento-Datetime")).isEqualTo(state.group(2));
    }
  }

  @Test
  void onlyAStateSaysThatItIsOne() {
    for (String path :
        List.of("/q/ziele-2025", "/q/ziele-2025@musterstadt.4", "/q/ziele-2025.csv")) {
      HttpResponse<String> answer = web().get(path, ASKED, "Thu, 31 Jul 2025 10:00:00 GMT");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Memento-Datetime")).as(path).isEmpty();
      assertThat(header(answer, "Vary")).doesNotContain(ASKED);
    }
  }

  @Test
  void aCarriedQuestionHasStates() {
    String link = Web.carried("{ targets { totalCount } }").substring("/q/".length());
    assertThat(header(web().get("/zeit/" + link), "Location"))
        .isEqualTo("/q/" + link + "@duesseldorf.4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-07-31",
        "Thu, 31 Jul 2025 10:00:00 +0200",
        "Fri, 31 Jul 2025 10:00:00 GMT",
        "Thu, 32 Jul 2025 10:00:00 GMT",
        "yesterday",
        " GMT",
        "Thu, 31 Jul 2025 10:00:00 GMT, Thu, 31 Jul 2025 10:00:00 GMT"
      })
  void whatIsNoDateIsRefused(String moment) {
    HttpResponse<String> refused = web().get("/zeit/ziele-2025", ASKED, moment);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Web.code(refused)).isEqualTo("BAD_ARGUMENT");
    assertThat(header(refused, "Vary")).contains(ASKED);
  }

  @ParameterizedTest
  @CsvSource({
    "/zeit/gibt-es-nicht, 404, UNKNOWN_LINK",
    "/zeit/gibt-es-nicht/karte, 404, UNKNOWN_LINK",
    "/zeit/ziele-2025@4, 400, BAD_LINK",
    "/zeit/ziele-2025@4/karte, 400, BAD_LINK",
    "/zeit/ziele_2025, 400, BAD_LINK"
  })
  void whatHasNoStatesIsRefused(String path, int status, String code) {
    HttpResponse<String> refused = web().get(path);
    assertThat(refused.statusCode()).isEqualTo(status);
    assertThat(Web.code(refused)).isEqualTo(code);
  }

  @Test
  void severalMunicipalitiesHaveNoStatesInCommon() {
    String all = Web.carried("{ targets(municipality: \"ALL\") { totalCount } }");
    HttpResponse<String> refused = web().get(all.replace("/q/", "/zeit/"));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Web.code(refused)).isEqualTo("BAD_LINK");
    HttpResponse<String> pinned = web().get(all + "@duesseldorf.4");
    assertThat(pinned.statusCode()).isEqualTo(200);
    assertThat(pinned.headers().firstValue("Memento-Datetime")).isEmpty();
  }

  private static String header(HttpResponse<String> response, String name) {
    return response
        .headers()
        .firstValue(name)
        .orElseThrow(() -> new AssertionError(name + " is missing: " + response.statusCode()));
  }
}

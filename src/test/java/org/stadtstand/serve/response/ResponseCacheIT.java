package org.stadtstand.serve.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.CountedStatements;
import org.stadtstand.MovableClock;
import org.stadtstand.ServerTest;
import org.stadtstand.record.cache.AnswerCache;
import org.stadtstand.record.cache.ResultCache;

/** A repeated question is answered from memory, and never with an outdated answer. */
@ServerTest
class ResponseCacheIT {

  private static final String NOW =
      "{ projects(municipality: \"musterstadt\") { nodes { key title } } }";
  private static final String THEN =
      "{ projects(municipality: \"musterstadt\", knownAt: \"2022-07-01\") { nodes { key title } }"
          + " }";

  @LocalServerPort private int port;
  @Autowired private AnswerCache cache;
  @Autowired private ResultCache records;
  @Autowired private MovableClock clock;
  @Autowired private CountedStatements statements;

  @BeforeEach
  void forget() {
    cache.clear();
  }

  @AfterEach
  void moveBack() {
    clock.moveBack();
  }

  @Test
  void theSecondTimeItIsThereToTheByte() {
    Answered first = Answered.get(port, NOW);
    assertThat(first.field("Cache-Status")).isEqualTo("stadtstand; fwd=miss; stored");
    clock.moveTo(clock.instant().plusSeconds(7));
    Answered second = Answered.get(port, NOW);
    assertThat(second.field("Cache-Status"))
        .isEqualTo("stadtstand; hit; ttl=" + (12 * 3600 - 7) + "; detail=\"age=7\"");
    assertThat(second.bytes()).isEqualTo(first.bytes());
    assertThat(second.field("ETag")).isEqualTo(first.field("ETag")).matches("\"[\\w-]{24}\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "QUERY"})
  void everyWayToAskFindsTheSameAnswer(String method) {
    Answered first = Answered.post(port, NOW);
    Answered other =
        method.equals("GET") ? Answered.get(port, NOW) : Answered.body(port, method, NOW, Map.of());
    assertThat(other.hit()).isTrue();
    assertThat(other.bytes()).isEqualTo(first.bytes());
  }

  @Test
  void layoutCommentsAndTheOrderOfVariablesMakeNoDifference() {
    Map<String, Object> variables = new LinkedHashMap<>();
    variables.put("n", 3);
    variables.put("m", "musterstadt");
    Map<String, Object> turned = new LinkedHashMap<>();
    turned.put("m", "musterstadt");
    turned.put("n", 3);
    String document =
        "query Q($n: Int, $m: String) { projects(first: $n, municipality: $m) { nodes { key } } }";
    Answered first = Answered.body(port, "POST", document, variables);
    Answered second =
        Answered.body(
            port,
            "POST",
            "# three\nquery Q($m: String, $n: Int) {\n  projects(first: $n, municipality: $m)"
                + " {\n nodes { key, } } }",
            turned);
    assertThat(first.json().has("errors")).isFalse();
    assertThat(second.hit()).isTrue();
    assertThat(second.bytes()).isEqualTo(first.bytes());
    turned.put("n", 4);
    assertThat(Answered.body(port, "POST", document, turned).hit()).isFalse();
  }

  @Test
  void eachCodingIsKeptAndHasItsOwnValidator() throws IOException {
    Answered plain = Answered.get(port, NOW);
    Answered coded = Answered.get(port, NOW, "Accept-Encoding", "gzip, deflate, br");
    assertThat(coded.field("Content-Encoding")).isEqualTo("gzip");
    assertThat(coded.field("Vary")).isEqualTo("Accept, Prefer, Accept-Encoding");
    assertThat(coded.bytes().length).isLessThan(plain.bytes().length / 2);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(coded.bytes()))) {
      assertThat(in.readAllBytes()).isEqualTo(plain.bytes());
    }
    assertThat(coded.field("ETag")).isNotEqualTo(plain.field("ETag"));
    Answered again = Answered.get(port, NOW, "Accept-Encoding", "gzip");
    assertThat(again.hit()).isTrue();
    assertThat(again.bytes()).isEqualTo(coded.bytes());
    Answered small = Answered.get(port, "{ __typename }", "Accept-Encoding", "gzip");
    assertThat(small.field("Content-Encoding")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "QUERY"})
  void whoHasItIsSentNothing(String method) {
    String etag = Answered.get(port, NOW).field("ETag");
    for (String known : List.of(etag, "W/" + etag, "\"x\", " + etag, "*")) {
      Answered answered = ask(method, "If-None-Match", known);
      assertThat(answered.status()).as(known).isEqualTo(304);
      assertThat(answered.bytes()).isEmpty();
      assertThat(answered.field("ETag")).isEqualTo(etag);
      assertThat(answered.field("Cache-Control")).startsWith("public, max-age=60");
      assertThat(answered.field("Vary")).isEqualTo("Accept, Prefer, Accept-Encoding");
    }
    for (String other : List.of("\"x\"", etag.substring(1), "", etag.replace("\"", ""))) {
      assertThat(ask(method, "If-None-Match", other).status()).as(other).isEqualTo(200);
    }
    assertThat(ask(method, "If-None-Match", etag, "Accept-Encoding", "gzip").status())
        .as("the validator of another coding")
        .isEqualTo(200);
  }

  @Test
  void itsDateIsThatOfThePublicationOrOfTheDay() {
    Answered now = Answered.get(port, NOW);
    // The test database imported its record after the day that the clock shows.
    String changed = now.field("Last-Modified");
    assertThat(Answered.get(port, NOW, "If-Modified-Since", changed).status()).isEqualTo(304);
    for (String other : List.of("Sun, 22 Nov 2020 11:00:00 GMT", "yesterday", "0")) {
      assertThat(Answered.get(port, NOW, "If-Modified-Since", other).status()).isEqualTo(200);
    }
    assertThat(
            Answered.get(port, NOW, "If-Modified-Since", changed, "If-None-Match", "\"x\"")
                .status())
        .as("the validator decides")
        .isEqualTo(200);
  }

  @Test
  void whatIsSaidOfNowIsKeptByOthersForAMinuteAndNotBeyondTheDay() {
    assertThat(Answered.get(port, NOW).field("Cache-Control"))
        .isEqualTo("public, max-age=60, stale-while-revalidate=60");
    clock.moveTo(Instant.parse("2026-11-22T22:58:30Z"));
    assertThat(Answered.get(port, NOW).field("Cache-Control"))
        .isEqualTo("public, max-age=60, stale-while-revalidate=30");
    clock.moveTo(Instant.parse("2026-11-22T22:59:58Z"));
    assertThat(Answered.get(port, NOW).field("Cache-Control"))
        .isEqualTo("public, max-age=2, stale-while-revalidate=0");
  }

  @Test
  void anAnswerAboutThenIsKeptByOthersForADay() {
    Answered then = Answered.get(port, THEN);
    assertThat(then.field("Cache-Control")).isEqualTo("public, max-age=86400, immutable");
    assertThat(then.field("Surrogate-Key")).isEqualTo("lasting musterstadt musterstadt@2");
    assertThat(Answered.get(port, NOW).field("Cache-Tag"))
        .startsWith("now,musterstadt,musterstadt@now,musterstadt@");
    assertThat(Answered.get(port, "{ __typename }").field("Cache-Control"))
        .as("what rests on no release may be another with the next version")
        .doesNotContain("immutable");
  }

  @Test
  void anotherDayIsNeverAnsweredWithWhatWasKept() {
    String document = "{ target(key: \"inf-1\") { outcome sentence } }";
    String today = Answered.get(port, document).field("ETag");
    assertThat(Answered.get(port, document).hit()).isTrue();
    clock.moveTo(Instant.parse("2026-11-22T23:00:00Z"));
    Answered tomorrow = Answered.get(port, document);
    assertThat(tomorrow.hit()).isFalse();
    assertThat(tomorrow.field("ETag")).isNotEqualTo(today);
    assertThat(tomorrow.json().at("/extensions/dataset/0/day").asString()).isEqualTo("2026-11-23");
  }

  @Test
  void whatLastsIsAnsweredWithWhatWasKeptOnAnotherDay() {
    Answered next = askedOnTwoDays();
    // What another test withheld may have been heard of in between, and have emptied the cache.
    Answered then = next.hit() ? next : askedOnTwoDays();
    assertThat(then.hit()).as("then stays as it was").isTrue();
  }

  private Answered askedOnTwoDays() {
    clock.moveBack();
    String lasting = Answered.get(port, THEN).field("ETag");
    clock.moveTo(Instant.parse("2026-11-22T23:00:00Z"));
    Answered then = Answered.get(port, THEN);
    assertThat(then.field("ETag")).isEqualTo(lasting);
    return then;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ nothing }",
        "{ projects {",
        "{ projects(first: 201) { nodes { key } } }",
        "{ projects { totalCount } target(key: \"inf-1\", knownAt: \"2030-01-01\") { key } }"
      })
  void whatHasErrorsIsKeptByNobody(String document) {
    for (int i = 0; i < 2; i++) {
      Answered answered = Answered.get(port, document);
      assertThat(answered.json().has("errors")).isTrue();
      assertThat(answered.field("Cache-Control")).isEqualTo("no-store");
      assertThat(answered.field("Cache-Status")).isEqualTo("stadtstand; fwd=miss");
      assertThat(answered.field("ETag")).isEmpty();
    }
  }

  @Test
  void theTwoMediaTypesAreKeptApart() {
    Answered plain = Answered.get(port, NOW, "Accept", "application/json");
    Answered other = Answered.get(port, NOW, "Accept", "application/graphql-response+json");
    assertThat(other.hit()).isFalse();
    assertThat(other.field("Content-Type")).startsWith("application/graphql-response+json");
    assertThat(other.bytes()).isEqualTo(plain.bytes());
    assertThat(other.field("ETag")).isNotEqualTo(plain.field("ETag"));
    assertThat(
            Answered.get(
                    port,
                    NOW,
                    "Accept",
                    "application/graphql-response+json",
                    "If-None-Match",
                    plain.field("ETag"))
                .status())
        .as("who has one has not the other")
        .isEqualTo(200);
  }

  @Test
  void manyWhoAskTheSameAtOnceCostOneAnswer() throws Exception {
    records.clear();
    Answered.get(port, NOW);
    cache.clear();
    records.clear();
    statements.forget();
    Answered.get(port, NOW);
    int one = statements.statements().size();
    cache.clear();
    records.clear();
    statements.forget();
    List<Future<Answered>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      for (int i = 0; i < 64; i++) {
        answers.add(threads.submit(() -> Answered.get(port, NOW)));
      }
    }
    for (Future<Answered> answer : answers) {
      assertThat(answer.get().status()).isEqualTo(200);
      assertThat(answer.get().bytes()).isEqualTo(answers.getFirst().get().bytes());
    }
    assertThat(statements.statements()).hasSize(one);
  }

  @Test
  void whoAsksTheSameAtOnceInAnotherCodingSharesTheAnswer() throws Exception {
    Answered.get(port, NOW);
    cache.clear();
    records.clear();
    statements.forget();
    Answered.get(port, NOW);
    int one = statements.statements().size();
    cache.clear();
    records.clear();
    statements.forget();
    List<Future<Answered>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      for (int i = 0; i < 32; i++) {
        String coding = i % 2 == 0 ? "gzip" : "identity";
        answers.add(threads.submit(() -> Answered.get(port, NOW, "Accept-Encoding", coding)));
      }
    }
    for (int i = 0; i < 32; i++) {
      Answered answered = answers.get(i).get();
      assertThat(answered.field("Content-Encoding")).isEqualTo(i % 2 == 0 ? "gzip" : "");
      assertThat(answered.bytes()).isEqualTo(answers.get(i % 2).get().bytes());
    }
    assertThat(statements.statements()).hasSize(one);
  }

  @Test
  void whatAQuestionCostsCanBeAskedWithoutAnAnswer() {
    String document =
        "{ projects(municipality: \"musterstadt\", first: 100) { nodes { key title } } }";
    Answered.get(port, document, "Prefer", "explain");
    statements.forget();
    Answered explained = Answered.get(port, document, "Prefer", "return=minimal, Explain");
    assertThat(statements.statements()).as("the sizes of lists are known").isEmpty();
    assertThat(explained.field("Preference-Applied")).isEqualTo("explain");
    assertThat(explained.field("Cache-Control")).isEqualTo("no-store");
    assertThat(explained.json().toString())
        .isEqualTo(
            "{\"data\":{},\"extensions\":{\"cost\":{\"estimated\":3,\"rows\":100,\"maximumRows\":100000}}}");
    Answered answered = Answered.get(port, document);
    assertThat(answered.json().at("/extensions/cost"))
        .isEqualTo(explained.json().at("/extensions/cost"));
    assertThat(
            Answered.get(port, "{ projects {", "Prefer", "explain")
                .json()
                .at("/errors/0/extensions/code")
                .asString())
        .isEqualTo("SYNTAX");
  }

  private Answered ask(String method, String... headers) {
    return method.equals("GET")
        ? Answered.get(port, NOW, headers)
        : Answered.body(port, method, NOW, Map.of(), headers);
  }
}

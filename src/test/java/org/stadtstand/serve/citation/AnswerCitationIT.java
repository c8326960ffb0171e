package org.stadtstand.serve.citation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.stadtstand.ServerTest;
import org.stadtstand.ground.encoding.Sha256;
import org.stadtstand.record.time.Basis;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.RecordRedacted;
import org.stadtstand.record.time.StateName;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Answers;
import org.stadtstand.serve.link.LinkAddress;
import org.stadtstand.serve.link.QuestionTable;
import org.stadtstand.serve.link.Web;
import org.stadtstand.serve.request.CanonicalJson;
import org.stadtstand.serve.request.CanonicalQuestion;
import org.stadtstand.serve.request.Question;
import org.stadtstand.serve.view.Snippet;
import tools.jackson.databind.JsonNode;

/** Citations, the answers they archive, and the code that fetches an answer elsewhere. */
@ServerTest
class AnswerCitationIT {

  private static final StateName STATE = new StateName("duesseldorf", 4, LocalDate.of(2026, 1, 31));

  private static final StateName DEMO_STATE =
      new StateName("musterstadt", 9, LocalDate.of(2025, 12, 31));

  @LocalServerPort private int port;
  @Autowired private ApplicationEventPublisher events;
  @Autowired private QuestionTable questions;
  @Autowired private CitationTable citations;
  @Autowired private Archive archive;
  @Autowired private Answers answers;

  private Web web = new Web(0);

  @BeforeEach
  void find() {
    web = new Web(port);
  }

  @Test
  void saysWhatIsNeededToFindTheAnswerAgain() {
    JsonNode item = Web.json(web.get("/q/ziele-2025@4.csl.json")).get(0);
    assertThat(item.get("type").asString()).isEqualTo("dataset");
    assertThat(item.get("title").asString()).contains("2025");
    assertThat(item.get("publisher").asString()).contains("nicht amtlich");
    assertThat(item.at("/issued/date-parts/0/0").asInt()).isEqualTo(2026);
    assertThat(item.at("/accessed/date-parts/0").toString()).isEqualTo("[2026,11,22]");
    assertThat(item.get("version").asString())
        .contains("Stand 4 für den 2026-01-31, Tag 2026-01-31", "Kette 4:");
    assertThat(item.get("license").asString()).contains("dl-de-zero-2.0", "govdata.de");
    assertThat(item.get("URL").asString()).matches(web.address() + "/q/[a-z2-7]{26}@4_2026-01-31");
    assertThat(web.get(item.get("URL").asString()).statusCode()).isEqualTo(200);
  }

  @Test
  void bibtexAndRisSayTheSame() {
    String bib = web.get("/q/ziele-2025@4.bib").body();
    assertThat(bib)
        .startsWith("@dataset{stadtstand-")
        .contains("urldate = {2026-11-22}", "@4_2026-01-31}", "SHA-256 (RFC 8785)")
        .endsWith("}\n");
    assertThat(bib.chars().filter(unit -> unit == '{').count())
        .isEqualTo(bib.chars().filter(unit -> unit == '}').count());
    String ris = web.get("/q/ziele-2025@4.ris").body();
    assertThat(ris).startsWith("TY  - DATA\r\n").endsWith("ER  - \r\n");
    assertThat(ris.split("\r\n"))
        .isNotEmpty()
        .allMatch(line -> line.matches("[A-Z][A-Z0-9]  - .*"));
  }

  @Test
  void theHashIsThatOfTheDataBehindTheLink() {
    JsonNode item = Web.json(web.get("/q/wie-viele-projekte.csl.json")).get(0);
    JsonNode answer = Web.json(web.get(item.get("URL").asString()));
    Object data =
        tools.jackson.databind.json.JsonMapper.builder()
            .build()
            .convertValue(answer.get("data"), Map.class);
    assertThat(item.get("note").asString()).contains(Sha256.hex(CanonicalJson.of(data)));
  }

  @Test
  void whatWasCitedIsServedAfterTheSchemaHasMovedOn() {
    Question gone =
        Question.now("{ promises(municipality: \"duesseldorf\") { nodes { key kept } } }");
    CanonicalQuestion wording = CanonicalQuestion.of(gone);
    questions.store(wording.id(), wording.content(), LocalDate.of(2026, 11, 22));
    String before = "/q/" + wording.id() + "@4_2026-01-31";
    assertThat(Web.code(web.get(before))).isEqualTo("VALIDATION");

    byte[] bytes =
        "{\"data\":{\"promises\":{\"nodes\":[{\"key\":\"p-1\",\"kept\":0.50}]}},\"extensions\":{}}"
            .getBytes(StandardCharsets.UTF_8);
    String id = CanonicalQuestion.of(Question.now("{ promises { nodes { key kept } } }")).id();
    questions.store(id, "{\"query\":\"{promises{nodes{key kept}}}\"}", LocalDate.of(2026, 11, 22));
    citations.keep(id, STATE, bytes, "0".repeat(64), LocalDate.of(2026, 11, 22));
    HttpResponse<String> served = web.get("/q/" + id + "@4_2026-01-31");
    assertThat(served.statusCode()).isEqualTo(200);
    assertThat(served.body()).isEqualTo(new String(bytes, StandardCharsets.UTF_8));
    assertThat(web.get("/q/" + id + "@4").body()).isEqualTo(served.body());
    assertThat(web.visit("/q/" + id + "@4").body()).contains("p-1");
    assertThat(Web.code(web.get("/q/" + id + "@4.csv"))).isEqualTo("NOT_A_TABLE");
    // From now on the engine would have to answer it, and cannot.
    assertThat(Web.code(web.get("/q/" + id))).isEqualTo("VALIDATION");
  }

  @Test
  void whatTheLawWithholdsIsInNoArchiveEither() {
    String own = archived("{ targets { nodes { key } } }", "duesseldorf", STATE);
    String among = archived("{ projects { nodes { key } } }", "duesseldorf", DEMO_STATE);
    String other = archived("{ services { nodes { key } } }", "musterstadt", DEMO_STATE);

    events.publishEvent(new RecordRedacted("duesseldorf"));

    assertThat(citations.answer(own, STATE)).isEmpty();
    assertThat(citations.answer(among, DEMO_STATE)).as("one of several cities").isEmpty();
    assertThat(citations.answer(other, DEMO_STATE)).isPresent();
  }

  /** The server that answers may not have heard of the redaction yet. */
  @Test
  void anAnswerThatWasOnItsWayWhenSomethingWasWithheldIsNotArchived() {
    Question question = Question.now("{ targets { nodes { key dueOn } } }");
    CanonicalQuestion wording = CanonicalQuestion.of(question);
    questions.store(wording.id(), wording.content(), LocalDate.of(2026, 11, 22));
    Answer answer = answers.ask(question.at(STATE));
    Basis now = answer.basis();
    Set<Pin> before = new HashSet<>();
    for (Pin pin : now.pins()) {
      MunicipalityRef is = pin.place();
      MunicipalityRef was =
          new MunicipalityRef(
              is.id(), is.key(), is.ags(), is.ars(), is.demo(), is.redactions() - 1);
      before.add(new Pin(was, pin.release(), pin.number(), pin.day(), pin.plain()));
    }
    Basis then = new Basis(before, now.lasting(), now.newest(), now.everywhere(), now.today());

    archive.keep(wording.id(), STATE, new Answer(answer.result(), then));
    assertThat(citations.answer(wording.id(), STATE)).isEmpty();
    archive.keep(wording.id(), STATE, answer);
    assertThat(citations.answer(wording.id(), STATE)).isPresent();
  }

  private String archived(String document, String municipality, StateName state) {
    CanonicalQuestion wording = CanonicalQuestion.of(Question.now(document));
    LocalDate today = LocalDate.of(2026, 11, 22);
    questions.store(wording.id(), wording.content(), today);
    byte[] bytes =
        ("{\"data\":{},\"extensions\":{\"dataset\":[{\"municipality\":\"%s\"}]}}")
            .formatted(municipality)
            .getBytes(StandardCharsets.UTF_8);
    citations.keep(wording.id(), state, bytes, "0".repeat(64), today);
    return wording.id();
  }

  @Test
  void theArchivedAnswerIsTheOneThatWasGiven() {
    String document = "{ targets { nodes { id key baselineValue gap { value unit } } } }";
    String link = Web.json(web.store(document)).at("/permanentLink").asString();
    String before = web.get(link).body();
    assertThat(web.get(link + ".bib").statusCode()).isEqualTo(200);
    JsonNode after = Web.json(web.get(link));
    assertThat(after.get("data")).isEqualTo(Web.json(web.get(link)).get("data"));
    assertThat(after.get("data").toString())
        .isEqualTo(
            tools.jackson.databind.json.JsonMapper.builder()
                .build()
                .readTree(before)
                .get("data")
                .toString());
    assertThat(archive.find(CanonicalQuestion.of(Question.now(document)).id(), state(link)))
        .isPresent();
    // However it is written, it is the same question.
    assertThat(Web.json(web.get(Web.carried(document) + "@4_2026-11-22")).get("data"))
        .isEqualTo(after.get("data"));
  }

  @Test
  void citingTwiceArchivesOnce() {
    web.get("/q/online-quote@4.bib");
    int archived = citations.count();
    web.get("/q/online-quote@4.ris");
    web.get("/q/online-quote@4_2026-01-31.csl.json");
    assertThat(citations.count()).isEqualTo(archived);
  }

  @Test
  void aCitedQuestionIsNeverForgotten() {
    String cited =
        Web.json(web.store("{ targets { nodes { key wording } } }")).at("/id").asString();
    String plain =
        Web.json(web.store("{ targets { nodes { wording key } } }")).at("/id").asString();
    assertThat(web.get("/q/" + cited + ".bib").statusCode()).isEqualTo(200);
    questions.forget(LocalDate.of(2026, 11, 23));
    assertThat(questions.content(cited)).isPresent();
    assertThat(questions.content(plain)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ targets(municipality: \"musterstadt\") { totalCount } }",
        "{ a: targets { totalCount } b: targets(municipality: \"99999999\") { totalCount } }",
        "{ __typename }",
        "{ targets(first: 201) { nodes { key } } }",
        "{ targets(knownAt: \"2001-01-01\") { totalCount } }"
      })
  void refusesWhatCannotBeCited(String document) {
    int archived = citations.count();
    HttpResponse<String> refused = web.get(Web.carried(document) + ".bib");
    assertThat(Web.code(refused)).isEqualTo("NOT_CITABLE");
    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(citations.count()).isEqualTo(archived);
  }

  @Test
  void valuesDoNotBreakOutOfACitation() {
    AnswerCitation citation =
        new AnswerCitation(
            "id",
            "a}\r\nER  - \\{b%_&#$~^",
            java.util.List.of("p\nq"),
            java.util.List.of("s"),
            LocalDate.of(2026, 1, 31),
            LocalDate.of(2026, 1, 31),
            "https://a.example/q/x",
            "0",
            java.util.List.of("l"),
            LocalDate.of(2026, 1, 31));
    assertThat(CitationStyle.RIS.write(citation).split("\r\n"))
        .isNotEmpty()
        .allMatch(line -> line.matches("[A-Z][A-Z0-9]  - .*"))
        .filteredOn(line -> line.startsWith("ER"))
        .hasSize(1);
    assertThat(CitationStyle.BIBTEX.write(citation))
        .contains("title = {a\\} ER - \\textbackslash{}\\{b\\%\\_\\&\\#\\$\\textasciitilde{}");
  }

  @ParameterizedTest
  @EnumSource(Snippet.class)
  void linesToCopyFetchTheAnswer(Snippet snippet, @TempDir Path folder)
      throws IOException, InterruptedException {
    String program =
        switch (snippet) {
          case PYTHON -> "python3";
          case R -> "Rscript";
          case CURL -> "sh";
        };
    HttpResponse<String> lines = web.get("/q/ziele-2025@4." + snippet.suffix());
    assertThat(lines.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    assumeTrue(isThere(program), program + " is not there");
    Path file = Files.writeString(folder.resolve("lines"), lines.body());
    Process run = new ProcessBuilder(program, file.toString()).redirectErrorStream(true).start();
    String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(run.waitFor()).as(said).isZero();
    assertThat(said).contains("inf-1", "targets");
  }

  private StateName state(String link) {
    LinkAddress address = LinkAddress.ofLink(link);
    return new StateName("duesseldorf", Objects.requireNonNull(address.number()), address.day());
  }

  private static boolean isThere(String program) {
    return java.util.stream.Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}

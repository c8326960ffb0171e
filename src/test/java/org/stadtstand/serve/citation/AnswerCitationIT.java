package org.stadtstand.serve.citation;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.util.unit.DataSize;
import org.stadtstand.ServerTest;
import org.stadtstand.ground.database.WriteDatabase;
import org.stadtstand.ground.encoding.JsonCodec;
import org.stadtstand.ground.encoding.Sha256;
import org.stadtstand.record.chain.CitationLog;
import org.stadtstand.record.time.Basis;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.RecordRedacted;
import org.stadtstand.record.time.StateName;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Answers;
import org.stadtstand.serve.link.LinkAddress;
import org.stadtstand.serve.link.LinkedQuestions;
import org.stadtstand.serve.link.PinnedStates;
import org.stadtstand.serve.link.QuestionStore;
import org.stadtstand.serve.link.QuestionTable;
import org.stadtstand.serve.link.Web;
import org.stadtstand.serve.request.CanonicalJson;
import org.stadtstand.serve.request.CanonicalQuestion;
import org.stadtstand.serve.request.CompressedText;
import org.stadtstand.serve.request.Question;
import org.stadtstand.serve.request.QuestionParameters;
import org.stadtstand.serve.view.Snippet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Citations, the answers they archive, and the code that fetches an answer elsewhere. */
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
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
  @Autowired private CitationLog log;
  @Autowired private WriteDatabase owner;
  @Autowired private PinnedStates states;
  @Autowired private QuestionStore storing;
  @Autowired private LinkedQuestions links;
  @Autowired private Clock clock;

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
    assertThat(item.at("/author/0/literal").asString()).contains("nicht amtlich");
    assertThat(item.at("/custom/license").asString()).contains("dl-de-zero-2.0", "govdata.de");
    assertThat(item.get("URL").asString()).matches(web.address() + "/q/[a-z2-7]{26}@4_2026-01-31");
    assertThat(web.get(item.get("URL").asString()).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q/ziele-2025@4",
        "/q/ziele-2025@1",
        "/q/ziele-2025",
        "/q/wie-viele-projekte",
        "/q/online-quote@4_2026-01-31",
        "/q/verfehlte-ziele-2025@4"
      })
  void cslIsWhatItsSchemaAsksFor(String link) {
    assertThat(CslSchema.read().faults(Web.json(web.get(link + ".csl.json")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | ' type'",
        "[] | ' minItems'",
        "[{\"type\":\"dataset\"}] | '/0 required'",
        "[{\"id\":\"a\",\"type\":\"data\"}] | '/0/type enum'",
        "[{\"id\":\"a\",\"type\":\"dataset\",\"licence\":\"b\"}] | '/0/licence"
            + " additionalProperties'",
        "[{\"id\":\"a\",\"type\":\"dataset\",\"author\":[\"b\"]}] | '/0/author/0 type'",
        "[{\"id\":\"a\",\"type\":\"dataset\",\"issued\":{\"date-parts\":[2026,1]}}] | '/0/issued"
            + " anyOf'",
        "[{\"id\":\"a\",\"type\":\"dataset\",\"title\":1}] | '/0/title type'"
      })
  void theSchemaRefusesWhatIsNoCsl(String json, String fault) {
    assertThat(CslSchema.read().faults(JsonMapper.builder().build().readTree(json)))
        .contains(fault);
  }

  @Test
  void bibtexAndRisSayTheSame() {
    String bib = web.get("/q/ziele-2025@4.bib").body();
    assertThat(bib)
        .startsWith("@dataset{stadtstand-")
        .containsPattern("author = \\{\\{[^}]+}},")
        .contains("urldate = {2026-11-22}", "@4_2026-01-31}", "SHA-256 (RFC 8785)")
        .endsWith("}\n");
    assertThat(bib.chars().filter(unit -> unit == '{').count())
        .isEqualTo(bib.chars().filter(unit -> unit == '}').count());
    String ris = web.get("/q/ziele-2025@4.ris").body();
    assertThat(ris).contains("\r\nAU  - ").startsWith("TY  - DATA\r\n").endsWith("ER  - \r\n");
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
    archive(id, STATE, bytes);
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

    assertThat(citations.archived(own, STATE)).isEmpty();
    assertThat(citations.archived(among, DEMO_STATE)).as("one of several cities").isEmpty();
    assertThat(citations.archived(other, DEMO_STATE)).isPresent();
    // The log still names them all.
    assertThat(citations.entry(own, STATE, Sha256.hex("{}"))).isPresent();
    assertThat(citations.entry(among, DEMO_STATE, Sha256.hex("{}"))).isPresent();
  }

  /** It is, some time later, for what other caches got from questions that were on their way. */
  @Test
  void whatIsArchivedAfterARedactionIsKeptWhenThatIsAnnouncedAgain() {
    events.publishEvent(new RecordRedacted("duesseldorf"));
    String later = archived("{ decisions { nodes { key } } }", "duesseldorf", STATE);
    events.publishEvent(new RecordRedacted("duesseldorf", true));
    assertThat(citations.archived(later, STATE)).isPresent();
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
    assertThat(citations.archived(wording.id(), STATE)).isEmpty();
    // Nor by a server that has heard of it: these bytes are withheld for ever.
    archive.keep(wording.id(), STATE, answer);
    assertThat(citations.archived(wording.id(), STATE)).isEmpty();
  }

  private String archived(String document, String municipality, StateName state) {
    CanonicalQuestion wording = CanonicalQuestion.of(Question.now(document));
    LocalDate today = LocalDate.of(2026, 11, 22);
    questions.store(wording.id(), wording.content(), today);
    byte[] bytes =
        ("{\"data\":{},\"extensions\":{\"of\":\"%s\",\"dataset\":[{\"municipality\":\"%s\"}]}}")
            .formatted(wording.id(), municipality)
            .getBytes(StandardCharsets.UTF_8);
    archive(wording.id(), state, bytes);
    return wording.id();
  }

  private void archive(String id, StateName state, byte[] bytes) {
    LocalDate today = LocalDate.of(2026, 11, 22);
    citations.add(new CitationEntry.Cited(id, state, data(bytes), Sha256.hex(bytes), today), bytes);
  }

  private static String data(byte[] bytes) {
    return Sha256.hex(CanonicalJson.of(JsonCodec.PLAIN.readValue(bytes, Map.class).get("data")));
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
    int entries = entries();
    web.get("/q/online-quote@4.ris");
    web.get("/q/online-quote@4_2026-01-31.csl.json");
    assertThat(entries()).isEqualTo(entries);
  }

  private int entries() {
    return citations.last().map(CitationEntry::number).orElse(0);
  }

  @Test
  void askingWhetherThereIsACitationStoresNothing() {
    int entries = entries();
    int archived = citations.archivedAnswers();
    String link = Web.carried("{ targets { nodes { key dueOn wording } } }") + "@4_2026-01-31";
    for (String suffix : List.of(".bib", ".ris", ".csl.json")) {
      HttpResponse<String> head = web.head(link + suffix);
      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.headers().firstValue("Content-Type"))
          .isEqualTo(web.get("/q/ziele-2025@4" + suffix).headers().firstValue("Content-Type"));
    }
    assertThat(web.head(Web.carried("{ __typename }") + ".bib").statusCode()).isEqualTo(404);
    assertThat(citations.archived(id(link), STATE)).isEmpty();
    assertThat(questions.content(id(link))).isEmpty();
    assertThat(entries() - entries).as("those of ziele-2025").isLessThanOrEqualTo(1);
    assertThat(citations.archivedAnswers() - archived).isLessThanOrEqualTo(1);
  }

  private static String id(String link) {
    String name = LinkAddress.ofLink(link).name();
    return CanonicalQuestion.of(QuestionParameters.ofBytes(CompressedText.read(name)).question())
        .id();
  }

  /** Otherwise a year of days would fill the archive with one and the same answer. */
  @Test
  void theSameDataAreArchivedOnceWhateverTheDay() {
    String link = Web.carried("{ focusAreas { nodes { key name } } }") + "@4_2026-0";
    assertThat(web.get(link + "2-01.bib").statusCode()).isEqualTo(200);
    int archived = citations.archivedAnswers();
    cite(link, "2-02", "3-01", "4-30");
    assertThat(citations.archivedAnswers()).isEqualTo(archived);
    // From some day on the record is out of date, which the answer then says.
    cite(link, "5-31", "7-31", "9-30");
    assertThat(citations.archivedAnswers()).isEqualTo(archived + 1);
  }

  /** Even if nothing limited how many citations may be stored in a minute. */
  @Test
  void aYearOfDaysTakesNoPlacesOfOthers() {
    assertThat(web.get("/q/ziele-2025@4.bib").statusCode()).isEqualTo(200);
    CanonicalQuestion wording = links.find("ziele-2025").wording();
    int archived = citations.archivedAnswers();
    int entries = entries();
    for (int day = 1; day <= 300; day++) {
      StateName state = new StateName("duesseldorf", 4, LocalDate.of(2026, 1, 31).plusDays(day));
      archive.keep(wording.id(), state, answers.ask(wording.question().at(state)));
    }
    assertThat(entries() - entries).isEqualTo(300);
    assertThat(citations.archivedAnswers() - archived)
        .as("as long as the record is up to date, and afterwards")
        .isLessThanOrEqualTo(2);
  }

  private void cite(String link, String... days) {
    for (String day : days) {
      assertThat(web.get(link + day + ".bib").body())
          .contains("(archiviert)", "Tag 2026-0" + day, "_2026-0" + day + "}");
      JsonNode answer = Web.json(web.get(link + day + ".json"));
      assertThat(answer.at("/extensions/dataset/0/day").asString()).isEqualTo("2026-0" + day);
      assertThat(answer.at("/extensions/dataset/0/ageInDays").asLong())
          .isEqualTo(LocalDate.of(2026, 1, 31).until(LocalDate.parse("2026-0" + day), DAYS));
      assertThat(answer.at("/extensions/permanentLink").asString()).endsWith("@4_2026-0" + day);
    }
  }

  @Test
  void aCitationNamesItsPlaceInTheLog() {
    String bib = web.get("/q/verfehlte-ziele-2025@4.bib").body();
    CitationEntry last = citations.last().orElseThrow();
    assertThat(bib).contains("Zitat ", "(archiviert), Verzeichnis der Zitate " + last.head());
    assertThat(last.intact()).isTrue();
    String again = web.get("/q/verfehlte-ziele-2025@4.bib").body();
    assertThat(again).isEqualTo(bib);
  }

  /** Whoever fills the archive keeps nobody from citing; only the bytes are not kept. */
  @ParameterizedTest
  @CsvSource({"0,500000,dueOn", "10000,10,wording"})
  void anAnswerForWhichThereIsNoRoomIsCitedAsNotArchived(
      int archived, int archivedBytes, String field) {
    CitationSettings settings =
        new CitationSettings(archived, archivedBytes, DataSize.ofMegabytes(1));
    Archive full = new Archive(citations, log, owner, states, settings, clock);
    AnswerCitations citing = new AnswerCitations(answers, storing, full, states, clock);
    String name =
        Web.carried("{ targets { nodes { %s key } } }".formatted(field)).substring("/q/".length());
    int answersThere = citations.archivedAnswers();
    int entries = entries();
    int recomputed = recomputed();
    for (int time = 0; time < 2; time++) {
      String bib =
          CitationStyle.BIBTEX.write(
              citing.cite(links.find(name), STATE, "https://a.example", "192.0.2.1"));
      assertThat(bib)
          .contains("recomputed, not archived", "Verzeichnis der Zitate " + (entries + 1) + ":");
    }
    assertThat(entries()).isEqualTo(entries + 1);
    assertThat(citations.archivedAnswers()).isEqualTo(answersThere);
    assertThat(recomputed()).as("told by verify").isEqualTo(recomputed + 1);
  }

  @Test
  void isArchivedWhenItIsCitedAgainAndThereIsRoom() {
    int faults = log.verify(owner.jdbc(), List.of(), null).faults().size();
    String link = Web.carried("{ targets { nodes { dueOn key title } } }");
    CitationSettings none = new CitationSettings(0, 500_000, DataSize.ofMegabytes(1));
    new AnswerCitations(
            answers,
            storing,
            new Archive(citations, log, owner, states, none, clock),
            states,
            clock)
        .cite(links.find(link.substring("/q/".length())), STATE, web.address(), "192.0.2.1");
    assertThat(citations.archived(id(link), STATE)).isEmpty();
    int entries = entries();
    for (int time = 0; time < 2; time++) {
      assertThat(web.get(link + "@4_2026-01-31.bib").body())
          .contains("Zitat " + (entries + 1) + " (archiviert)");
    }
    assertThat(entries()).isEqualTo(entries + 1);
    assertThat(citations.archived(id(link), STATE)).isPresent();
    assertThat(log.verify(owner.jdbc(), List.of(), null).faults()).hasSize(faults);
  }

  private int recomputed() {
    return log.verify(owner.jdbc(), List.of(), null).recomputed();
  }

  @Test
  void whatWasForgedInTheArchiveIsNotServed(CapturedOutput output) {
    String link = Web.carried("{ targets { nodes { key outcome gap { value } } } }");
    String address = link + "@4_2026-01-31";
    assertThat(web.get(address + ".bib").body()).contains("(archiviert)");
    String data = Web.json(web.get(link + "@4")).get("data").toString();
    assertThat(data).contains("MISSED_ON_LAST_VALUE");
    events.publishEvent(new RecordRedacted("nowhere"));
    var before = owner.jdbc().sql("select * from link.answer").query().listOfRows();
    assertThat(
            owner
                .jdbc()
                .sql(
                    """
                    update link.answer set body = convert_to(replace(
                      convert_from(body, 'UTF8'), 'MISSED_ON_LAST_VALUE', 'REACHED'), 'UTF8')
                    where position('MISSED_ON_LAST_VALUE'::bytea in body) > 0
                    """)
                .update())
        .isPositive();
    assertThat(Web.json(web.get(address)).get("data").toString()).isEqualTo(data);
    assertThat(web.get(address + ".bib").body()).contains("recomputed, not archived");
    assertThat(output.getAll())
        .containsPattern("ERROR .* The answer archived with citation \\d+ was altered");
    // So that the other tests find what they archived.
    for (Map<String, Object> answer : before) {
      owner
          .jdbc()
          .sql("update link.answer set body = :body where sha256 = :sha256 and body is not null")
          .params(answer)
          .update();
    }
  }

  @Test
  void citingAtOnceMakesOneLog() throws InterruptedException, ExecutionException {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      CanonicalQuestion wording =
          CanonicalQuestion.of(Question.now("{ a%d: targets { totalCount } }".formatted(i)));
      questions.store(wording.id(), wording.content(), LocalDate.of(2026, 11, 22));
      ids.add(wording.id());
    }
    int before = entries();
    try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
      List<Future<?>> calls = new ArrayList<>();
      for (int call = 0; call < 64; call++) {
        String id = ids.get(call % 8);
        byte[] body = "{\"data\":{\"id\":\"%s\"}}".formatted(id).getBytes(StandardCharsets.UTF_8);
        calls.add(callers.submit(() -> archive(id, STATE, body)));
      }
      for (Future<?> call : calls) {
        call.get();
      }
    }
    assertThat(entries()).isEqualTo(before + 8);
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
    int entries = entries();
    HttpResponse<String> refused = web.get(Web.carried(document) + ".bib");
    assertThat(Web.code(refused)).isEqualTo("NOT_CITABLE");
    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(entries()).isEqualTo(entries);
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
            new AnswerCitation.LogPlace(1, "1:0", true),
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

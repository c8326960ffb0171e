package org.stadtstand.graph.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.Questions;
import org.stadtstand.ServerTest;
import org.stadtstand.city.evidence.SourceKind;
import org.stadtstand.graph.steps.FeedCursor;
import org.stadtstand.graph.steps.Position;
import org.stadtstand.graph.steps.RowTypes;
import org.stadtstand.graph.steps.RowValues;
import org.stadtstand.graph.steps.Titles;
import org.stadtstand.graph.steps.ValueWords;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.time.Release;
import org.stadtstand.record.time.ReleaseDirectory;
import tools.jackson.databind.JsonNode;

/** The feed of changes over the API: complete, in order, filtered, and clear about mistakes. */
@ServerTest
class ChangesIT {

  private static final String DEMO = "municipality: \"musterstadt\"";
  private static final String FIELDS =
      " { edges { cursor node { kind type key field explained sentence release { number } } }"
          + " pageInfo { hasNextPage endCursor } } }";

  private static List<JsonNode> all = List.of();

  @Autowired private Questions questions;
  @Autowired private ReleaseDirectory releases;
  @Autowired private RecordTypes types;

  private JsonNode page(String arguments) {
    return questions.data("{ changes(" + arguments + ")" + FIELDS).get("changes");
  }

  /** All matching changes, page by page. */
  private List<JsonNode> feed(String arguments, int first) {
    List<JsonNode> changes = new ArrayList<>();
    String begun = arguments.replaceAll(", since: \\{[^}]*}", "");
    String after = "";
    JsonNode page;
    do {
      page = page("%s, first: %d%s".formatted(after.isEmpty() ? arguments : begun, first, after));
      page.get("edges").forEach(changes::add);
      after = ", after: \"%s\"".formatted(page.at("/pageInfo/endCursor").asString());
    } while (page.at("/pageInfo/hasNextPage").asBoolean());
    return changes;
  }

  private List<JsonNode> all() {
    if (all.isEmpty()) {
      all = feed(DEMO, 200);
    }
    return all;
  }

  private List<JsonNode> those(Predicate<JsonNode> fits) {
    return all().stream().filter(edge -> fits.test(edge.get("node"))).toList();
  }

  private static String text(JsonNode node, String field) {
    return node.get(field).asString("");
  }

  @Test
  void everyChangeIsToldOnceAndInTheOrderOfReleases() {
    assertThat(all()).extracting(edge -> edge.get("cursor").asString()).doesNotHaveDuplicates();
    assertThat(all())
        .extracting(edge -> edge.at("/node/release/number").asInt())
        .isSorted()
        .contains(1, 9);
  }

  @Test
  void noTwoChangesOfAReleaseReadTheSame() {
    for (List<JsonNode> city : List.of(all(), feed("municipality: \"duesseldorf\"", 200))) {
      assertThat(city)
          .hasSizeGreaterThan(400)
          .extracting(edge -> edge.at("/node/release/number") + text(edge.get("node"), "sentence"))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void theIdOfAChangeIsItsCursor() {
    JsonNode page = questions.data("{ changes(first: 3) { edges { cursor node { id } } } }");
    assertThat(page.at("/changes/edges"))
        .hasSize(3)
        .allSatisfy(edge -> assertThat(edge.at("/node/id")).isEqualTo(edge.get("cursor")));
  }

  @Test
  void aPageBeginsWhereTheOneBeforeEnded() {
    List<JsonNode> small = feed(DEMO + ", since: {release: 6}", 23);
    assertThat(small)
        .isEqualTo(those(change -> change.at("/release/number").asInt() >= 7))
        .hasSizeGreaterThan(100);
  }

  @Test
  void everyCursorContinuesWithTheNextChange() {
    for (int i : new int[] {0, 1, 199, all().size() / 2, all().size() - 2}) {
      String cursor = all().get(i).get("cursor").asString();
      JsonNode next = page(DEMO + ", first: 1, after: \"" + cursor + "\"").at("/edges/0");
      assertThat(next).isEqualTo(all().get(i + 1));
    }
  }

  @Test
  void whoIsUpToDateGetsAnEmptyPageFromWhichToGoOn() {
    JsonNode now = page(DEMO + ", since: {newest: true}");
    String cursor = now.at("/pageInfo/endCursor").asString();
    assertThat(now.get("edges")).isEmpty();
    assertThat(cursor).isNotEmpty();
    JsonNode again = page(DEMO + ", after: \"" + cursor + "\"");
    assertThat(again.get("edges")).isEmpty();
    assertThat(again.at("/pageInfo/endCursor").asString()).isEqualTo(cursor);
    assertThat(again.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
  }

  @Test
  void whoAsksForNoChangesStaysWhereTheyAre() {
    JsonNode none = page(DEMO + ", first: 0");
    assertThat(none.get("edges")).isEmpty();
    assertThat(none.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
    String cursor = none.at("/pageInfo/endCursor").asString();
    assertThat(page(DEMO + ", first: 3, after: \"" + cursor + "\"").get("edges"))
        .isEqualTo(page(DEMO + ", first: 3").get("edges"));
  }

  @Test
  void whatWasKnownThenIsTheBeginningOfWhatIsKnownNow() {
    List<JsonNode> then = feed(DEMO + ", knownAt: \"2022-07-01\"", 200);
    assertThat(then).isEqualTo(all().subList(0, then.size())).isNotEmpty();
    assertThat(all()).hasSizeGreaterThan(then.size());
  }

  @Test
  void aCorrectionNamesItsFieldInWords() {
    JsonNode changes =
        questions
            .data(
                "{ changes(%s, first: 200, filter: {type: {eq: CORRECTION}}) { nodes { sentence"
                        .formatted(DEMO)
                    + " english: sentence(lang: EN) } } }")
            .at("/changes/nodes");
    assertThat(changes)
        .isNotEmpty()
        .allSatisfy(
            change -> {
              assertThat(text(change, "sentence")).doesNotContain("_");
              assertThat(text(change, "english")).doesNotContain("_");
            })
        .anySatisfy(
            change ->
                assertThat(text(change, "sentence"))
                    .contains("Angabe „gilt ab“ berichtigt. Grund: Beginn war das Datum"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          duesseldorf | geburt-anzeigen-2025-alle | „Geburt anzeigen (Geburtsanzeige)“: 8569 (von Dritten berichtet) vom 1. Januar 2025 bis zum 31. Dezember 2025; gezählt: Neugeborene, für die Geburtsurkunden ausgestellt wurden; gezählt sind nicht Anzeigen; Quelle: lokalbuero.com, Presse. | “Report a birth”: 8569 (reported by others) from 1 January 2025 to 31 December 2025; counted: Neugeborene, für die Geburtsurkunden ausgestellt wurden; gezählt sind nicht Anzeigen; source: lokalbuero.com, press.
          duesseldorf | wohnsitz-anmelden-2025-online | „Wohnsitz anmelden“: weniger als 5000 (von Dritten berichtet) vom 1. Januar 2025 bis zum 31. Dezember 2025, Zugangsweg „Online“; gezählt: Davon vollständig digital; Angabe: knapp 5.000; Quelle: lokalbuero.com, Presse. | “Register a place of residence”: less than 5000 (reported by others) from 1 January 2025 to 31 December 2025, channel “online”; counted: Davon vollständig digital; Angabe: knapp 5.000; source: lokalbuero.com, press.
          musterstadt | demo-korrektur-nutzung | Nutzung zu „Personalausweis beantragen“ (1. Januar 2021 bis 31. Dezember 2021, online): Angabe „Anzahl“ berichtigt. Grund: Eine Null zu viel: Die Online-Fälle waren verzehnfacht. | Usage of “Apply for an identity card” (1 January 2021 to 31 December 2021, online): “count” corrected. Reason: Eine Null zu viel: Die Online-Fälle waren verzehnfacht.
          musterstadt | demo-p-0025-korrektur | Kosten zu „Selbstbedienung für Beschäftigte: Fördermittelanträge“ (geplant, für 2021, Stand 23. Dezember 2021): Angabe „Betrag“ berichtigt. Grund: Eine Null fehlte. | Costs of “Self-service for staff: grant applications” (planned, for 2021, as of 23 December 2021): “amount” corrected. Reason: Eine Null fehlte.
          duesseldorf | zuordnung-5g-95-bis-2025-cdu | Aussage „Bis 2025 soll 5G auf 95 Prozent des Stadtgebiets verfügbar sein.“ zu „5G Mobilfunk-Abdeckung ist auf 95 Prozent des Stadtgebiets verfügbar“: Angabe „Gegenstand“ berichtigt. Grund: Die Aussage betrifft das Ziel inf-4, das erst mit dieser Lieferung erfasst ist; bis dahin war sie dem Schwerpunkt zugeordnet. | Claim “Bis 2025 soll 5G auf 95 Prozent des Stadtgebiets verfügbar sein.” about “5G mobile coverage is available in 95 per cent of the city area”: “subject” corrected. Reason: Die Aussage betrifft das Ziel inf-4, das erst mit dieser Lieferung erfasst ist; bis dahin war sie dem Schwerpunkt zugeordnet.
          """)
  void aSentenceSaysWhatItIsAbout(String city, String key, String german, String english) {
    JsonNode changes =
        questions
            .data(
                "{ changes(municipality: \"%s\", filter: {key: {eq: \"%s\"}, field: {isNull: true}})"
                        .formatted(city, key)
                    + " { nodes { sentence english: sentence(lang: EN) } } }")
            .at("/changes/nodes");
    assertThat(changes).hasSize(1);
    assertThat(text(changes.get(0), "sentence")).isEqualTo(german);
    assertThat(text(changes.get(0), "english")).isEqualTo(english);
  }

  @Test
  void aUsageWhoseCountIsNotDefinedSaysOnlyWhatIsKnown() {
    RecordType usage = types.get("service_usage");
    Map<String, String> known =
        Map.of("from_on", "2024-01-01", "to_on", "2024-12-31", "channel", "ALL", "count", "8569");
    List<@Nullable String> values =
        usage.columns().stream().<@Nullable String>map(c -> known.get(c.name())).toList();
    Text told = new Text("{count} vom {from_on} bis {to_on};[ gezählt: {definition};]", null);
    assertThat(
            new ValueWords(Titles.NONE, Language.DE)
                .filled(told, new RowValues(usage, values, List.of()), 1))
        .isEqualTo("8569 vom 1. Januar 2024 bis 31. Dezember 2024;");
  }

  @ParameterizedTest
  @ValueSource(strings = {"duesseldorf", "musterstadt"})
  void aReferenceIsShownByTitleAndNoTwoAlike(String city) {
    String after = "";
    int references = 0;
    do {
      JsonNode page =
          questions
              .data(
                  "{ changes(municipality: \"%s\", first: 200, filter: {field: {isNull: false}}%s)"
                          .formatted(city, after)
                      + " { pageInfo { hasNextPage endCursor } nodes { type field before after"
                      + " beforeLabel afterLabel sentence english: sentence(lang: EN) } } }")
              .at("/changes");
      for (JsonNode change : page.get("nodes")) {
        if (isReference(change)) {
          references++;
          String sentence = text(change, "sentence");
          assertThat(text(change, "beforeLabel")).as(sentence).isNotEqualTo(text(change, "before"));
          assertThat(text(change, "afterLabel"))
              .as(sentence)
              .isNotIn(text(change, "after"), text(change, "beforeLabel"));
          assertThat(sentence + text(change, "english"))
              .doesNotContain("„" + text(change, "before") + "“", "“" + text(change, "after"));
        }
      }
      after =
          page.at("/pageInfo/hasNextPage").asBoolean()
              ? ", after: \"%s\"".formatted(page.at("/pageInfo/endCursor").asString())
              : "";
    } while (!after.isEmpty());
    assertThat(references).isGreaterThan(5);
  }

  private boolean isReference(JsonNode change) {
    return !change.get("before").isNull()
        && !change.get("after").isNull()
        && types
                .get(text(change, "type").toLowerCase(Locale.ROOT))
                .column(text(change, "field"))
                .orElseThrow()
                .kind()
            == Column.Kind.REFERENCE;
  }

  @ParameterizedTest
  @CsvSource({
    "MILESTONE,project,title",
    "SELECTION_MEMBER,service,name",
  })
  void aRowWhoseTitleDoesNotSayItNamesWhatItIsAbout(String type, String field, String title) {
    JsonNode changes =
        questions
            .data(
                "{ changes(%s, first: 200, filter: {type: {eq: %s}}) { nodes { sentence"
                        .formatted(DEMO, type)
                    + " record { ... on %s { named: %s { title: %s } } } } } }"
                        .formatted(
                            RecordTypes.typeName(type.toLowerCase(Locale.ROOT)), field, title))
            .at("/changes/nodes");
    assertThat(changes)
        .hasSizeGreaterThan(50)
        .allSatisfy(
            change ->
                assertThat(text(change, "sentence"))
                    .contains(change.at("/record/named/title").asString()));
  }

  @Test
  void noSentenceQuotesWhatNobodySaidWordForWord() {
    JsonNode changes =
        questions
            .data(
                "{ changes(municipality: \"duesseldorf\", first: 200, filter: {type: {eq: CLAIM}})"
                    + " { nodes { sentence record { ... on Claim { verbatim wording } } } } }")
            .at("/changes/nodes");
    assertThat(changes).hasSizeGreaterThan(50);
    for (JsonNode change : changes) {
      assertThat(text(change, "sentence").contains("„" + change.at("/record/wording").asString()))
          .as(text(change, "sentence"))
          .isEqualTo(change.at("/record/verbatim").asBoolean());
    }
  }

  @Test
  void everyFigureAndClaimNamesItsSourceAndTheKindOfIt() {
    JsonNode changes =
        questions
            .data(
                "{ changes(municipality: \"duesseldorf\", first: 200, filter: {type: {in: [CLAIM,"
                    + " OBSERVATION, SERVICE_USAGE, SERVICE_ASSESSMENT]}, field: {isNull: true}}) {"
                    + " nodes { sentence record { ... on Fact { sources { publisher kind } } }"
                    + " } } }")
            .at("/changes/nodes");
    assertThat(changes).hasSizeGreaterThan(90);
    for (JsonNode change : changes) {
      JsonNode source = change.at("/record/sources/0");
      String kind = SourceKind.valueOf(text(source, "kind")).phrase().in(Language.DE);
      assertThat(text(change, "sentence"))
          .endsWith("Quelle: " + text(source, "publisher") + ", " + kind + ".");
    }
  }

  @Test
  void aChangedSourceIsNamedBeforeAndAfter() {
    JsonNode changes =
        questions
            .data(
                "{ changes(municipality: \"duesseldorf\", filter: {field: {eq: \"source\"}})"
                    + " { nodes { sentence } } }")
            .at("/changes/nodes");
    assertThat(changes)
        .isNotEmpty()
        .allSatisfy(
            change ->
                assertThat(text(change, "sentence"))
                    .matches(".*Quelle .*„[^“]*, [^“]*“.*„[^“]*, [^“]*“.*|.*neu angegeben.*"));
  }

  @Test
  void filtersGiveWhatFitsOfTheWholeFeed() {
    assertThat(feed(DEMO + ", filter: {explained: {eq: UNEXPLAINED}}", 20))
        .isEqualTo(those(change -> text(change, "explained").equals("UNEXPLAINED")))
        .isNotEmpty();
    assertThat(feed(DEMO + ", filter: {kind: {in: [WITHDRAWN, RELISTED]}}", 20))
        .isEqualTo(those(change -> List.of("WITHDRAWN", "RELISTED").contains(text(change, "kind"))))
        .isNotEmpty();
    assertThat(feed(DEMO + ", filter: {type: {eq: TARGET}, release: {gte: 2}}", 20))
        .isEqualTo(
            those(
                change ->
                    text(change, "type").equals("TARGET")
                        && change.at("/release/number").asInt() >= 2))
        .isNotEmpty();
    assertThat(
            feed(
                DEMO
                    + ", filter: {or: [{field: {eq: \"planned_end\"}}, {not: {field: {isNull:"
                    + " true}}, key: {eq: \"demo-p-0009\"}}]}",
                50))
        .isEqualTo(
            those(
                change ->
                    text(change, "field").equals("planned_end")
                        || (!change.get("field").isNull()
                            && text(change, "key").equals("demo-p-0009"))))
        .isNotEmpty();
  }

  @Test
  void aSubjectIsTheRecordAndWhatHappenedToIt() {
    List<JsonNode> changes = feed(DEMO + ", filter: {subject: {eq: \"project:demo-p-0006\"}}", 20);
    assertThat(changes)
        .extracting(edge -> edge.at("/node/kind").asString())
        .contains("CREATED", "STATUS_CHANGED", "WITHDRAWN", "RELISTED");
    assertThat(all()).containsAll(changes);
  }

  @Test
  void anAnnouncedMovePointsToItsAnnouncementAndASilentOneToNothing() {
    JsonNode moved =
        questions.data(
            "{ changes("
                + DEMO
                + ", first: 200, filter: {kind: {eq: DATE_MOVED}, type: {eq: PROJECT}}) { nodes {"
                + " explained before after explanation { __typename ... on ScheduleRevision {"
                + " newOn subject { id } } } subject { id ... on Project { plannedEnd } } sentence"
                + " sentenceInEnglish: sentence(lang: EN) } } }");
    for (JsonNode change : moved.at("/changes/nodes")) {
      boolean explained = text(change, "explained").equals("EXPLAINED");
      assertThat(change.get("explanation").isNull()).isNotEqualTo(explained);
      if (text(change, "explained").equals("UNEXPLAINED")) {
        assertThat(text(change, "sentence")).endsWith("– ohne Erläuterung.");
        assertThat(text(change, "sentenceInEnglish")).endsWith("– without explanation.");
      }
    }
    assertThat(moved.at("/changes/nodes"))
        .extracting(change -> text(change, "explained"))
        .contains("EXPLAINED", "UNEXPLAINED");
  }

  @Test
  void allMunicipalitiesLeaveTheDemoOut() {
    assertThat(feed("municipality: \"ALL\"", 200))
        .extracting(edge -> edge.get("node"))
        .isEqualTo(
            feed("municipality: \"duesseldorf\"", 200).stream()
                .map(edge -> edge.get("node"))
                .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "after: \"nonsense\"|BAD_CURSOR",
        "after: \"\"|BAD_CURSOR",
        "after: \"YzEf\"|BAD_CURSOR",
        "since: {release: 99}|UNKNOWN_RELEASE",
        "since: {release: 0}|UNKNOWN_RELEASE",
        "since: {release: 2}, municipality: \"ALL\"|BAD_ARGUMENT",
        "since: {newest: false}|BAD_ARGUMENT",
        "since: {}|VALIDATION",
        "since: {release: 2, day: \"2025-01-01\"}|VALIDATION",
        "since: {day: \"2099-01-01\"}|FUTURE_MOMENT",
        "since: {day: \"2025-02-30\"}|VALIDATION",
        "since: {moment: \"+10000-01-01T00:00:00Z\"}|VALIDATION",
        "since: {day: \"2020-01-01\"}, after: \"x\"|BAD_ARGUMENT",
        "first: 201|BAD_PAGE",
        "first: -1|BAD_PAGE",
        "municipality: \"nowhere\"|UNKNOWN_MUNICIPALITY",
        "knownAt: \"2099-01-01\"|FUTURE_MOMENT",
        "filter: {subject: {eq: \"inf-1\"}}|BAD_FILTER",
        "filter: {subject: {isNull: true}}|BAD_FILTER",
        "filter: {key: {eq: null}}|BAD_FILTER",
        "filter: {colour: {eq: \"red\"}}|BAD_FILTER",
        "filter: {field: {eq: \"plannedEnd\"}}|BAD_FILTER",
        "filter: {not: {field: {in: [\"planned_end\", \"colour\"]}}}|BAD_FILTER",
      })
  void mistakesAreToldWithACode(String arguments, String code) {
    assertThat(questions.code("{ changes(" + arguments + ") { nodes { key } } }")).isEqualTo(code);
  }

  @Test
  void aCursorOfAnotherListIsRefused() {
    String demo = page(DEMO + ", since: {newest: true}").at("/pageInfo/endCursor").asString();
    String list =
        questions
            .data("{ projects { pageInfo { endCursor } } }")
            .at("/projects/pageInfo/endCursor")
            .asString();
    for (String cursor : List.of(demo, list)) {
      assertThat(questions.code("{ changes(after: \"" + cursor + "\") { nodes { key } } }"))
          .isEqualTo("CURSOR_OF_OTHER_LIST");
    }
  }

  @Test
  void aCursorAheadOfThisServerIsAskedToWait() {
    int newest =
        releases.present().places().stream()
            .flatMap(place -> releases.present().releases(place).stream())
            .mapToInt(Release::id)
            .max()
            .orElseThrow();
    String ahead = FeedCursor.encode("duesseldorf", Position.endOf(newest + 1));
    assertThat(questions.code("{ changes(after: \"" + ahead + "\") { nodes { key } } }"))
        .isEqualTo("NOT_YET_HERE");
  }

  @Test
  void theTypesOfRowsAreThoseOfTheTables() {
    assertThat(
            questions
                .data("{ __type(name: \"RowType\") { enumValues { name } } }")
                .at("/__type/enumValues"))
        .extracting(value -> text(value, "name"))
        .containsExactlyElementsOf(types.all().stream().map(RowTypes::name).toList());
  }
}

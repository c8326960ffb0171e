package org.stadtstand.graph.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.Questions;
import org.stadtstand.TestConsole;
import org.stadtstand.deliver.reading.DeliveryFolder;

/**
 * A word that is withheld is found nowhere any more, on the server that withholds it and on the one
 * beside it: in no hit, excerpt, correction, facet, group or sentence, and in no dictionary of
 * words.
 */
class RedactedWordsIT {

  private static final String WORD = "Quastenflosser";

  /** {@code history.poll} by default, and two seconds for the looking itself on a busy machine. */
  private static final long LOOKED = 3_000;

  private static final String FOUND =
      "{ totalCount corrected counts { type count } nodes { key title excerpt matches { excerpt"
          + " parts { text } } record { __typename } } } }";

  /** Of a city, by its key. All but the first three ask for the word, or for what is like it. */
  private static final List<String> QUESTIONS =
      List.of(
          "{ projects(CITY) { nodes { title summary partners note leadUnit { name } sources {"
              + " title } } facets(of: [PARTNERS, LEAD_UNIT, SOURCE]) { values { value label } }"
              + " groups(by: [{field: PARTNERS}, {field: LEAD_UNIT}]) { nodes { label } } } }",
          "{ claims(CITY) { nodes { wording saidBy note } facets(of: [SAID_BY, SUBJECT, SOURCE]) {"
              + " values { value label } } groups(by: [{field: SAID_BY}]) { nodes { label } } } }",
          "{ changes(CITY) { nodes { sentence } } }",
          "{ search(CITY, text: \"" + WORD + "\") " + FOUND,
          "{ search(CITY, text: \"\\\"" + WORD + "\\\"\") " + FOUND,
          "{ search(CITY, text: \"quasten\") " + FOUND,
          "{ search(CITY, text: \"flosser\") " + FOUND,
          "{ search(CITY, text: \"Quastenfloser\") " + FOUND,
          "{ search(CITY, text: \"Qaustenflosser -Ampeln\") " + FOUND,
          "{ search(CITY, text: \"quastenfloser\", knownAt: \"DAY\") " + FOUND,
          "{ projects(CITY, filter: {title: {contains: \"quasten\"}}) { totalCount nodes { title }"
              + " } }");

  private static final String INDEXED =
      """
      select count(*) from search_word w join record m on m.id = w.municipality
      where m.key = :city and (w.folded like '%quasten%' or exists (
        select from search_posting p where p.word = w.id and w.word = :word))
      """;

  private static int cities;

  private final String city = "words-" + ++cities;

  @ParameterizedTest
  @CsvSource({
    "project, p-1, title_de",
    "project, p-1, title_en",
    "project, p-1, summary_de",
    "project, p-1, partners",
    "project, p-1, note",
    "claim, c-1, wording",
    "claim, c-1, said_by",
    "org_unit, office, name_de",
    "source, page, title",
    "project_status_change, s-1, note"
  })
  void isFoundNowhere(String table, String key, String field) throws Exception {
    publish(table, field);
    List<String> before = asked(OwnServer.questions());
    assertThat(before).anyMatch(RedactedWordsIT::hasWord);
    assertThat(before.subList(3, before.size()))
        .filteredOn(RedactedWordsIT::hasWord)
        .hasSizeGreaterThan(4);
    assertThat(asked(OwnServer.withoutSheets())).isEqualTo(before);
    assertThat(indexed()).isOne();

    new TestConsole(OwnServer.other()).withhold(city, table, key, field);
    Thread.sleep(LOOKED);

    assertThat(asked(OwnServer.withoutSheets()))
        .hasSize(before.size())
        .noneMatch(RedactedWordsIT::hasWord);
    assertThat(asked(OwnServer.questions()))
        .hasSize(before.size())
        .noneMatch(RedactedWordsIT::hasWord);
    assertThat(indexed()).isZero();
  }

  private static boolean hasWord(String answer) {
    return answer.toLowerCase(Locale.ROOT).contains("quasten");
  }

  private List<String> asked(Questions server) {
    String day = OwnServer.today().toString();
    return QUESTIONS.stream()
        .map(
            question ->
                question.replace("CITY", "municipality: \"" + city + "\"").replace("DAY", day))
        .map(question -> server.data(question).toString())
        .toList();
  }

  private int indexed() {
    return Objects.requireNonNull(
        OwnServer.application()
            .getBean(JdbcClient.class)
            .sql(INDEXED)
            .param("city", city)
            .param("word", WORD.toLowerCase(Locale.ROOT))
            .query(Integer.class)
            .single());
  }

  /** A delivery in which one field has the word. */
  private void publish(String table, String field) throws Exception {
    DeliveryFolder folder = OwnServer.first(city, 900 + cities);
    folder.table(
        "source",
        "key,kind,publisher,title,published_on,retrieved_on,reuse",
        "page,OFFICIAL_PAGE,City,"
            + said(table, field, "source title")
            + ",2020-05,2020-06-01,OPEN");
    folder.table(
        "org_unit",
        "key,kind,name_de,external",
        "office,OFFICE," + said(table, field, "org_unit name_de") + ",false");
    folder.table(
        "project",
        "key,title_de,title_en,summary_de,translation,lead_unit,partners,note",
        String.join(
            ",",
            "p-1",
            said(table, field, "project title_de"),
            said(table, field, "project title_en"),
            said(table, field, "project summary_de"),
            "HUMAN",
            "office",
            said(table, field, "project partners"),
            said(table, field, "project note")),
        "p-2,Ampeln,Lights,Rot und grün,HUMAN,office,Stadtwerke,");
    folder.table(
        "project_status_change",
        "key,project,status,effective_on,note",
        "s-1,p-1,PLANNED,2024-01-01," + said(table, field, "project_status_change note"));
    folder.table(
        "claim",
        "key,topic,subject,said_on,said_by,wording,verbatim",
        String.join(
            ",",
            "c-1,PROJECT_COUNT,project:p-1,2024-05",
            said(table, field, "claim said_by"),
            said(table, field, "claim wording"),
            "false"));
    OwnServer.press().publish(folder.write());
  }

  private static String said(String table, String field, String here) {
    return (table + " " + field).equals(here) ? "Der " + WORD + " hier" : "Anderes";
  }
}

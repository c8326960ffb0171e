package org.stadtstand.deliver.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stadtstand.TestConsole;
import org.stadtstand.deliver.publication.City;
import org.stadtstand.deliver.publication.Workshop;
import org.stadtstand.deliver.publication.WorkshopExtension;

/** What is withheld is gone from every release, and the chain still holds. */
@ExtendWith(WorkshopExtension.class)
class RedactionIT {

  private final Workshop workshop;
  private final City city;

  RedactionIT(Workshop workshop, City city) {
    this.workshop = workshop;
    this.city = city;
  }

  @BeforeEach
  void publish() throws IOException, SQLException {
    city.published(
        city.first()
            .with("release", "{\"kind\": \"PUBLISHED\", \"reason\": \"Genannt: Frau Muster\"}")
            .table(
                "project_status_change",
                City.STATUS_HEADER,
                "s-1,p-1,PLANNED,2024-01-01",
                "s-2,p-2,IN_PROGRESS,2024-02",
                "s-3,p-1,ON_HOLD,2024-06-01"));
    city.published(
        city.next()
            .table(
                "project",
                City.PROJECT_HEADER,
                "p-1,Frau Musters Glasfaser,office,2025-Q4",
                "p-3,Ämter,department,")
            .table("withdrawals", "table,key,reason", "project,p-2,Wunsch von Frau Muster"));
  }

  private String run(String... arguments) {
    return run(arguments[0].equals("redact") ? 0 : -1, arguments);
  }

  private String run(int expected, String... arguments) {
    TestConsole console = workshop.console();
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    // The output for external verification is not in any language.
    if (!arguments[0].equals("chain")) {
      all.add("--lang=en");
    }
    int code = console.run(all);
    String text = (console.printed() + console.complaint()).strip();
    if (expected >= 0) {
      assertThat(code).as(text).isEqualTo(expected);
    }
    return text;
  }

  private String redact(int expected, String table, String key, String... options) {
    List<String> all = new ArrayList<>(List.of("redact", city.key(), table, key));
    all.addAll(List.of("--reason", "A name", "--legal-basis", "Art. 17 DSGVO"));
    all.addAll(Arrays.asList(options));
    return run(expected, all.toArray(String[]::new));
  }

  /** Verifies by the command, and by the script from an export; the next release seals the rest. */
  private void verify(int withheld, int unsealed) throws IOException {
    String line = run(unsealed == 0 ? 0 : 3, "verify", "--municipality=" + city.key());
    assertThat(line)
        .startsWith(city.key() + (unsealed == 0 ? ": unaltered. " : ": cannot be checked. "))
        .contains(" %d of them withheld%s. ".formatted(withheld, sealing(unsealed)));
    Path file = Files.createTempFile(city.folder(), "chain", ".jsonl");
    Files.writeString(file, run("chain", city.key()));
    assertThat(Files.readString(file)).doesNotContain("zurückgehalten");
    Process script =
        new ProcessBuilder("python3", "src/verifier/verify.py", file.toString(), city.key())
            .redirectErrorStream(true)
            .start();
    List<String> lines = script.inputReader(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines.getLast()).isEqualTo(line);
    assertThat(lines.subList(0, lines.size() - 1))
        .hasSize(unsealed)
        .allMatch(told -> told.startsWith("Cannot be checked: Release "));
  }

  private static String sealing(int unsealed) {
    return unsealed == 0 ? "" : " (%d not sealed yet)".formatted(unsealed);
  }

  /** By which anything can be found. */
  private List<String> words() {
    return city.column("select word from search_word where municipality = :municipality");
  }

  @Test
  void aFieldGoesFromAllReleases() throws IOException, SQLException {
    assertThat(redact(0, "project", "p-1", "--field", "title_de"))
        .startsWith("Withheld from 2 published states.");
    assertThat(titles()).containsExactly("[zurückgehalten]", "[zurückgehalten]");
    assertThat(words()).contains("zurückgehalten", "ämter").doesNotContain("glasfaser", "musters");
    assertThat(
            city.column(
                "select concat_ws('|', reason, legal_basis, field, release) from redaction"
                    + " where municipality = :municipality"))
        .containsExactly("A name|Art. 17 DSGVO|title_de");
    verify(2, 2);
    assertThat(redact(0, "project", "p-1", "--field", "title_de", "--preview"))
        .doesNotContain("zurückgehalten");
    city.published(city.next().table("focus_area", "key,name_de,position", "net,Netze,1"));
    verify(2, 0);
  }

  @Test
  void aPreviewWithholdsNothingAndNamesWhereTheWordsAreUsedElsewhere() throws IOException {
    assertThat(redact(0, "project", "p-1", "--field", "title_de", "--preview"))
        .isEqualTo(
            """
            A preview; nothing has been withheld. From 2 published states this would go:
              „Frau Musters Glasfaser“
              „Glasfaser“
            The same words are still published in:
              release 1 (reason): „Frau Muster“
              withdrawal project:p-2 (reason): „Frau Muster“\
            """
                .indent(0)
                .strip());
    assertThat(titles()).containsExactly("Glasfaser", "Frau Musters Glasfaser");
    assertThat(words()).contains("glasfaser", "musters");
    verify(0, 0);
  }

  @Test
  void aTranslationIsNamedUntilItGoesToo() throws IOException, SQLException {
    city.published(
        city.next()
            .table(
                "focus_area", "key,name_de,name_en,translation,position", "net,Netz,Grid,HUMAN,1"));
    String left = "In the other language it is still published in:\n  focus_area net (%s): „%s“";
    assertThat(redact(0, "focus_area", "net", "--field", "name_de", "--preview"))
        .contains(left.formatted("name_en", "Grid"));
    assertThat(redact(0, "focus_area", "net", "--field", "name_de"))
        .contains(left.formatted("name_en", "Grid"));
    assertThat(redact(0, "focus_area", "net", "--field", "name_en", "--preview"))
        .doesNotContain("other language");
  }

  @Test
  void whatAReleaseSaysOfItselfIsNamedAndCanGo() throws IOException, SQLException {
    city.published(
        city.next()
            .with("title", "\"Antwort an Frau Muster\"")
            .with("keywords", "[\"Glasfaser\", \"Frau Muster\"]")
            .with("homepage", "\"https://example.org/frau-muster\"")
            .table("focus_area", "key,name_de,position", "net,Netze,1"));
    run(
        "redact",
        city.key(),
        "withdrawal",
        "project:p-2",
        "--field=reason",
        "--reason=x",
        "--legal-basis=Wunsch von Frau Muster");
    assertThat(redact(0, "project", "p-1", "--field", "title_de", "--preview").lines())
        .contains(
            "  release 3 (title): „Frau Muster“",
            "  release 3 (keywords): „Glasfaser Frau Muster“",
            "  release 3 (homepage): „frau muster“",
            "  redaction 1 (legal_basis): „Frau Muster“");
    for (String field : List.of("title", "keywords", "homepage")) {
      assertThat(redact(0, "release", "3", "--field", field)).startsWith("Withheld from 1 ");
    }
    assertThat(
            city.column(
                "select concat_ws('|', title, keywords, homepage) from release"
                    + " where municipality = :municipality and number = 3"))
        .containsExactly("");
    city.published(city.next().table("focus_area", "key,name_de,position", "net,Netz,1"));
    verify(2, 0);
  }

  @Test
  void aPreviewOfARowOrOfAReleaseKeepsThem() throws IOException {
    assertThat(redact(0, "project_status_change", "s-3", "--preview"))
        .isEqualTo(
            "A preview; nothing has been withheld. From 1 published state this would go:\n"
                + "No other field contains the same words.");
    assertThat(redact(0, "release", "1", "--field", "reason", "--preview"))
        .contains("„Genannt: Frau Muster“", "project p-1 (title_de): „Frau Musters“");
    assertThat(run(1, "redact", city.key(), "project", "p-9", "--reason=x", "--legal-basis=y"))
        .isEqualTo("There is nothing called project p-9.");
    verify(0, 0);
  }

  @Test
  void whatIsWithheldNamesWhereItsWordsAreUsedElsewhere() {
    assertThat(
            run(
                0,
                "redact",
                city.key(),
                "project",
                "p-1",
                "--field=title_de",
                "--reason=Frau Muster bat darum",
                "--legal-basis=Art. 17 DSGVO"))
        .startsWith("Withheld from 2 published states.\n")
        .contains("redaction 1 (reason): „Frau Muster“", "release 1 (reason): „Frau Muster“");
  }

  private List<String> titles() {
    return city.column(
        "select t.title_de from project t join record k on k.id = t.record"
            + " where k.key = 'p-1' and t.municipality = :municipality order by since");
  }

  @Test
  void aFieldGoesFromOneRelease() throws IOException {
    redact(0, "project", "p-1", "--field", "title_de", "--release", "2");
    assertThat(titles()).containsExactly("Glasfaser", "[zurückgehalten]");
    verify(1, 1);
    redact(0, "project", "p-1", "--field", "planned_end", "--release", "2");
    verify(1, 1);
    redact(0, "project", "p-1", "--field", "planned_end");
    verify(2, 2);
    assertThat(
            city.column(
                "select count(planned_end_to) from project t join record k on k.id = t.record"
                    + " where k.key = 'p-1' and t.municipality = :municipality"))
        .containsExactly("0");
  }

  @Test
  void aRowGoesAndWhatFollowedFromItIsMadeAnew() throws IOException {
    assertThat(periods())
        .containsExactly("PLANNED [2024-01-01,2024-06-01)", "ON_HOLD [2024-06-01,)");
    redact(0, "project_status_change", "s-3");
    assertThat(periods()).containsExactly("PLANNED [2024-01-01,)");
    assertThat(city.keys("project_status_change")).containsExactly("s-1");
    verify(1, 1);
    redact(0, "project_status_change", "s-1");
    assertThat(periods()).isEmpty();
    verify(2, 2);
  }

  private List<String> periods() {
    return city.column(
        "select concat(status, ' ', days) from project_status_period p"
            + " join record k on k.id = p.project"
            + " where k.key = 'p-1' and p.municipality = :municipality order by lower(days)");
  }

  @Test
  void reasonsOfReleasesAndWithdrawalsCanGo() throws IOException {
    redact(0, "release", "1", "--field", "reason");
    redact(0, "withdrawal", "project:p-2", "--field", "reason");
    assertThat(run("chain", city.key())).doesNotContain("Genannt").doesNotContain("Wunsch");
    verify(2, 2);
  }

  @Test
  void whatIsAlteredBesideTheLawIsStillFound() {
    redact(0, "project", "p-1", "--field", "title_de");
    workshop
        .owner()
        .sql("update leaf set salt = null where municipality = :municipality and type = 0")
        .param("municipality", city.municipality())
        .update();
    assertThat(run("verify", "--municipality=" + city.key()))
        .contains("Release 1: release 1: altered", "Release 2: release 2: altered");
  }

  @Test
  void whatCannotBeWithheldIsRefusedWhole() throws IOException {
    assertThat(redact(1, "project", "p-1"))
        .startsWith("Still referred to by: project_status_change s-1,");
    assertThat(redact(1, "project", "p-9")).isEqualTo("There is nothing called project p-9.");
    assertThat(redact(1, "projekt", "p-1")).isEqualTo("There is nothing called projekt p-1.");
    assertThat(redact(1, "project", "p-1", "--field", "name"))
        .isEqualTo("The table project has no column name.");
    assertThat(redact(1, "project", "p-1", "--field", "source")).contains("only the whole row");
    assertThat(redact(1, "focus_area", "net", "--field", "position"))
        .contains("only the whole row");
    assertThat(redact(1, "project", "p-1", "--field", "title_de", "--release", "9"))
        .isEqualTo("There is no release 9.");
    assertThat(redact(1, "project", "p-2", "--field", "title_de", "--release", "2"))
        .isEqualTo("project p-2 is in none of these releases.");
    for (String way : List.of("--release=all", "--preview")) {
      assertThat(redact(1, "project", "p-1", "--field", "note", way))
          .isEqualTo("There is nothing in note of project p-1, in no release that this is about.");
    }
    assertThat(redact(1, "project", "p-1", "--field", "partners")).startsWith("There is nothing");
    assertThat(redact(1, "project", "p-1", "--field", "planned_start"))
        .startsWith("There is nothing");
    assertThat(redact(1, "release", "1")).contains("--field");
    assertThat(redact(1, "release", "x", "--field", "reason")).contains("nothing called");
    assertThat(redact(1, "withdrawal", "p-2", "--field", "reason")).contains("nothing called");
    assertThat(redact(1, "municipality", city.key())).isNotEmpty();
    verify(0, 0);
  }

  @Test
  void withoutReasonOrBasisNothingIsWithheld() {
    String[] order = {"redact", city.key(), "project", "p-1", "--field=title_de"};
    assertThat(run(2, order)).contains("Usage: stadtstand redact");
    assertThat(run(2, with(order, "--reason=x"))).contains("redact");
    assertThat(run(2, with(order, "--legal-basis=x"))).contains("redact");
    assertThat(run(2, with(order, "--reason=x", "--legal-basis=x", "--release=one")))
        .contains("redact");
    assertThat(run(2, "redact", city.key(), "project")).contains("redact");
    assertThat(run(1, "redact", "nowhere", "project", "p", "--reason=x", "--legal-basis=x"))
        .isEqualTo("There is no municipality nowhere.");
  }

  private static String[] with(String[] order, String... more) {
    List<String> all = new ArrayList<>(Arrays.asList(order));
    all.addAll(Arrays.asList(more));
    return all.toArray(String[]::new);
  }
}

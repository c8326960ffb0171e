package org.stadtstand.deliver.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.TestConsole;

/** The steward's commands print what they did, and their exit status says whether it succeeded. */
@ExtendWith(WorkshopExtension.class)
class ReleaseCommandsIT {

  private final Workshop workshop;
  private final City city;
  private final TestConsole console;

  ReleaseCommandsIT(Workshop workshop, City city) {
    this.workshop = workshop;
    this.city = city;
    this.console = workshop.console();
  }

  private int run(String... arguments) {
    return console.run(arguments);
  }

  private List<String> lines() {
    return console.lines();
  }

  @Test
  void previewPublishesNothing() throws IOException, SQLException {
    String folder = city.first().write().toString();
    assertThat(run("preview", folder)).isZero();
    assertThat(lines())
        .startsWith("01 würde als Ausgabe 1 veröffentlicht. Noch ist nichts veröffentlicht.")
        .contains("project: 3 neu", "  + p-1: Neu aufgenommen: Projekt „Glasfaser“.");
    assertThat(run("preview", folder, "--lang", "en")).isZero();
    assertThat(lines())
        .startsWith("01 would be published as release 1. Nothing is published yet.")
        .contains("project: 3 new");
    assertThat(city.releases()).isZero();
  }

  @Test
  void importPublishes() throws IOException, SQLException {
    String folder = city.first().write().toString();
    assertThat(run("import", folder, "--lang=en")).isZero();
    assertThat(lines()).startsWith("01 is published as release 1.");
    assertThat(city.releases()).isEqualTo(1);
    assertThat(run("import", folder)).isZero();
    assertThat(lines())
        .startsWith("01 bringt nichts, was veröffentlicht würde.")
        .contains(
            "  Hinweis 01/. [already-published] Derselbe Inhalt ist bereits als Ausgabe 1"
                + " veröffentlicht.");
  }

  @Test
  void refusalIsToldWithEveryFinding() throws IOException, SQLException {
    String folder =
        city.first()
            .with("contact", null)
            .table("focus_area", "key,name_de,position", "net,Netz,eins")
            .write()
            .toString();
    assertThat(run("preview", folder)).isEqualTo(1);
    assertThat(lines())
        .startsWith("01 kann so nicht veröffentlicht werden; die Befunde sagen, warum.")
        .endsWith(
            "Befunde:",
            "  Fehler 01/datapackage.json (contact) [no-contact] Der Kontakt fehlt oder"
                + " ist keiner:"
                + " stadtstand.contact braucht eine Mailadresse wie mailto:daten@example.org"
                + " oder eine Adresse wie https://www.example.org/kontakt.",
            "  Fehler 01/focus_area.csv:2:3 (position) [bad-number] „eins“ ist keine Zahl der Form"
                + " 1234.");
    folder =
        city.first()
            .table("focus_area", "key,name_de,position", "net,Netz,eins")
            .write()
            .toString();
    assertThat(run("import", folder, "--lang", "en")).isEqualTo(1);
    assertThat(lines())
        .contains(
            "  Error 02/focus_area.csv:2:3 (position) [bad-number] “eins” is not a number of the"
                + " form 1234.");
  }

  @Test
  void revokeTakesBackAndSaysWhatStays() throws IOException, SQLException {
    city.published(city.first());
    city.published(
        city.next().table("focus_area", "key,name_de,position", "net,Netz,1", "dorf,Dorf,2"));
    assertThat(run("revoke", city.key(), "2")).isEqualTo(1);
    assertThat(lines()).anyMatch(line -> line.contains("[revokes-without-reason]"));
    assertThat(run("revoke", city.key(), "2", "--reason", "Irrtum", "--preview")).isZero();
    assertThat(lines())
        .contains("focus_area: 1 zurückgezogen")
        .anyMatch(line -> line.startsWith("  - dorf: Zurückgezogen: "));
    assertThat(city.releases()).isEqualTo(2);
    assertThat(run("revoke", city.key(), "2", "--reason=Mistake", "--lang=en")).isZero();
    assertThat(lines())
        .startsWith("revoke %s 2 is published as release 3.".formatted(city.key()))
        .contains("focus_area: 1 withdrawn");
    assertThat(run("revoke", city.key(), "1", "--reason", "Irrtum")).isZero();
    assertThat(lines()).anyMatch(line -> line.contains("[municipality-stays]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "revoke {city} 1 --reason {text}",
        "revoke {city} 1 --preview --reason {text}",
        "redact {city} project p-1 --legal-basis Urteil --reason {text}",
        "redact {city} project p-1 --legal-basis {text} --reason Urteil",
        "lift {city} project p-1 --reason {text}",
        "block-link x --reason {text}",
      })
  void whatIsPublishedIsNeitherEmptyNorEndless(String line) throws IOException, SQLException {
    city.published(city.first());
    for (String text : List.of(" ", "x".repeat(5001))) {
      String[] arguments = line.replace("{city}", city.key()).split(" ");
      Arrays.setAll(arguments, i -> arguments[i].replace("{text}", text));
      assertThat(run(arguments)).isEqualTo(2);
      assertThat(console.complaint())
          .contains(
              text.isBlank()
                  ? "it must not be empty"
                  : "it has 5001 characters, and at most 5000 are allowed");
    }
    assertThat(city.releases()).isEqualTo(1);
    assertThat(run("revoke", city.key(), "1", "--reason", "x".repeat(5000))).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "disk_full, disk is full",
    "out_of_memory, no more memory",
    "insufficient_privilege, too little",
    "read_only_sql_transaction, read-only",
    "io_error, It says: ERROR: no room",
    "admin_shutdown, cannot be reached",
    "lock_not_available, in the way"
  })
  void whatTheDatabaseRefusesIsToldInOneSentence(String condition, String sentence)
      throws IOException, SQLException {
    city.published(city.first());
    String folder =
        city.next().table("focus_area", "key,name_de,position", "n,N,1").write().toString();
    JdbcClient owner = workshop.owner();
    owner
        .sql(
            "create function no_room() returns trigger language plpgsql as $$ begin raise exception"
                + " 'no room' using errcode = '"
                + condition
                + "'; end $$")
        .update();
    owner
        .sql("create trigger no_room before insert on release execute function no_room()")
        .update();
    try {
      for (String line :
          List.of(
              "import\t" + folder,
              "preview\t" + folder,
              "revoke\t" + city.key() + "\t1\t--reason=Irrtum")) {
        assertThat(run(line.split("\t"))).isEqualTo(3);
        assertThat(console.complaint()).contains(sentence).hasLineCount(1);
        assertThat(console.printed()).isEmpty();
      }
    } finally {
      owner.sql("drop trigger no_room on release").update();
      owner.sql("drop function no_room()").update();
    }
    assertThat(city.releases()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "preview, Missing required parameter: '<folder>'",
        "import a b, Unmatched argument at index 2: 'b'",
        "import a --language=en, Unknown option: '--language=en'",
        "import a --lang=fr, Invalid value for option '--lang'",
        "import a --preview, Unknown option: '--preview'",
        "revoke city, Missing required parameter: '<number>'",
        "revoke city last --reason x, 'last' is not an int",
        "revoke city 2 --reason, Missing required parameter for option '--reason'"
      })
  void whatIsNotUnderstoodIsToldWithTheUsage(String arguments, String complaint) {
    assertThat(run(arguments.split(" "))).isEqualTo(2);
    assertThat(console.complaint())
        .contains(complaint)
        .contains("Usage: stadtstand " + arguments.split(" ")[0]);
    assertThat(console.printed()).isEmpty();
  }
}

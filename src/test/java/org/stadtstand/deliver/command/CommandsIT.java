package org.stadtstand.deliver.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtstand.deliver.publication.City;
import org.stadtstand.deliver.publication.Workshop;

class CommandsIT {

  private static Workshop workshop;

  @TempDir Path parent;
  private City city;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeAll
  static void open() {
    workshop = new Workshop();
  }

  @AfterAll
  static void close() {
    workshop.close();
  }

  @BeforeEach
  void found() {
    city = new City(workshop, parent);
  }

  private int run(String... arguments) throws IOException, SQLException {
    printed.reset();
    IngestCommands commands = new IngestCommands(workshop.publisher(Clock.systemUTC()));
    return commands.run(List.of(arguments), new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  private List<String> lines() {
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void previewPublishesNothing() throws IOException, SQLException {
    String folder = city.first().write().toString();
    assertThat(run("preview", folder)).isZero();
    assertThat(lines())
        .startsWith("01 würde als Ausgabe 1 veröffentlicht. Noch ist nichts veröffentlicht.")
        .contains("project: 3 neu", "  + p-1");
    assertThat(run("preview", folder, "--lang", "en")).isZero();
    assertThat(lines())
        .startsWith("01 would be published as release 1. Nothing is published yet.")
        .contains("project: 3 new");
    assertThat(city.releases()).isZero();
  }

  @Test
  void importPublishes() throws IOException, SQLException {
    String folder = city.first().write().toString();
    assertThat(run("import", folder, "--lang=en", "--database.attach=true")).isZero();
    assertThat(lines()).startsWith("01 is published as release 1.");
    assertThat(city.releases()).isEqualTo(1);
    assertThat(run("import", folder)).isZero();
    assertThat(lines())
        .startsWith("01 bringt nichts, was veröffentlicht würde.")
        .contains(
            "  Hinweis 01/. [already-published] Derselbe Inhalt ist schon als Ausgabe 1"
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
            "  Fehler 01/datapackage.json (contact) [no-contact] Der Kontakt fehlt:"
                + " stadtstand.contact braucht eine Adresse mit mailto: oder https:.",
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
            "  Error 02/focus_area.csv:2:3 (position) [bad-number] “eins” is no number of the form"
                + " 1234.");
  }

  @Test
  void revokeTakesBackAndSaysWhatStays() throws IOException, SQLException {
    city.published(city.first());
    city.published(
        city.next().table("focus_area", "key,name_de,position", "net,Netz,1", "dorf,Dorf,2"));
    assertThat(run("revoke", city.key(), "2")).isEqualTo(1);
    assertThat(lines()).anyMatch(line -> line.contains("[revokes-without-reason]"));
    assertThat(run("revoke", city.key(), "2", "--reason", "Irrtum", "--preview")).isZero();
    assertThat(lines()).contains("focus_area: 1 zurückgezogen", "  - dorf");
    assertThat(city.releases()).isEqualTo(2);
    assertThat(run("revoke", city.key(), "2", "--reason=Mistake", "--lang=en")).isZero();
    assertThat(lines())
        .startsWith("revoke %s 2 is published as release 3.".formatted(city.key()))
        .contains("focus_area: 1 withdrawn");
    assertThat(run("revoke", city.key(), "1", "--reason", "Irrtum")).isZero();
    assertThat(lines()).anyMatch(line -> line.contains("[municipality-stays]"));
  }

  @Test
  void misuseIsToldInOneLine() throws IOException, SQLException {
    assertThat(run("preview")).isEqualTo(2);
    List<String> usage =
        List.of(
            "preview|import <folder> [--lang de|en]",
            "revoke <municipality> <release number> --reason \"…\" [--preview] [--lang de|en]");
    assertThat(lines()).isEqualTo(usage);
    assertThat(run("revoke", city.key())).isEqualTo(2);
    assertThat(run("revoke", city.key(), "last", "--reason", "x")).isEqualTo(2);
    assertThat(lines()).isEqualTo(usage);
  }
}

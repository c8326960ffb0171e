package org.stadtstand.deliver.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtstand.deliver.finding.Finding;
import org.stadtstand.deliver.finding.FindingLevel;
import org.stadtstand.ground.text.Language;

/** A complete description is accepted, and each gap in it is reported by name. */
class DescriptionTests {

  @TempDir Path parent;

  private DeliveryFolder folder() {
    return new DeliveryFolder(parent, "01-sample").table("unit", "key,name", "a,A");
  }

  private String only(DeliveryFolder folder) throws IOException {
    Finding finding = new Sampleton().read(folder.write()).only();
    assertThat(finding.level()).isEqualTo(FindingLevel.ERROR);
    assertThat(finding.place().file()).isEqualTo("datapackage.json");
    return finding.rule() + " " + finding.place().columnName();
  }

  @Test
  void acceptsWhatIsComplete() throws IOException {
    assertThat(new Sampleton().read(folder().write()).findings()).isEmpty();
  }

  @Test
  void needsToBeThere() throws IOException {
    Finding finding = new Sampleton().read(folder().path()).only();
    assertThat(finding.rule()).isEqualTo("no-description");
    assertThat(finding.sentence().in(Language.EN)).isEqualTo("The folder has no datapackage.json.");
  }

  @Test
  void tellsWhereTheJsonBreaks() throws IOException {
    DeliveryFolder folder = folder();
    folder.file("datapackage.json", "{\n  \"name\": ,\n}".getBytes(StandardCharsets.UTF_8));
    Finding finding = new Sampleton().read(folder.path()).only();
    assertThat(finding.rule()).isEqualTo("malformed-description");
    assertThat(finding.place().line()).isEqualTo(2);
  }

  /** The second of two licences would be published, and the first one be meant. */
  @ParameterizedTest
  @ValueSource(strings = {"title", "contact", "defaultSource", "accrualPeriodicity", "name"})
  void aTextIsWrittenAsOne(String property) throws IOException {
    for (String json : List.of("5", "true", "[\"page\"]", "{}")) {
      assertThat(new Sampleton().read(folder().with(property, json).write()).rules())
          .contains("bad-property");
    }
  }

  @Test
  void aDepthWithoutEndIsASentence() throws IOException {
    DeliveryFolder folder = folder();
    String json = "{\"x\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
    folder.file("datapackage.json", json.getBytes(StandardCharsets.UTF_8));
    assertThat(new Sampleton().read(folder.path()).rules())
        .containsExactly("malformed-description");
  }

  @Test
  void aResourceHasANameAndAFileOfItsOwn() throws IOException {
    DeliveryFolder folder = folder();
    folder.resource("source", "\"path\": \"unit.csv\"");
    assertThat(only(folder)).isEqualTo("file-twice resources.source");
    String description = Files.readString(folder.path().resolve("datapackage.json"));
    String nameless = description.replace("\"name\": \"source\",", "");
    folder.file("datapackage.json", nameless.getBytes(StandardCharsets.UTF_8));
    assertThat(new Sampleton().read(folder.path()).places())
        .containsExactly("datapackage.json (resources.name) missing-property");
    String object = "{\"resources\": {\"name\": \"unit\", \"path\": \"unit.csv\"}}";
    folder.file("datapackage.json", object.getBytes(StandardCharsets.UTF_8));
    assertThat(new Sampleton().read(folder.path()).places())
        .contains("datapackage.json (resources) bad-property");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"delimiter\": \"\\\"\"",
        "\"delimiter\": \"'\", \"quoteChar\": \"'\"",
        "\"lineTerminator\": \";\"",
        "\"header\": \"no\"",
        "\"header\": 0",
        "\"doubleQuote\": \"no\"",
        "\"doubleQuote\": false",
        "\"delimiter\": null",
        "\"delimiter\": \"::\"",
        "\"escapeChar\": \"!\""
      })
  void refusesDialectThatCannotBeMeant(String dialect) throws IOException {
    assertThat(only(folder().resource("unit", "\"dialect\": {%s}".formatted(dialect))))
        .isEqualTo("unsupported-dialect resources.unit");
  }

  @Test
  void acceptsTheLineEndsThatAreRead() throws IOException {
    String ends = "\"dialect\": {\"lineTerminator\": \"\\r\\n\", \"doubleQuote\": true}";
    assertThat(new Sampleton().read(folder().resource("unit", ends).write()).findings()).isEmpty();
  }

  @Test
  void columnsWithoutAHeaderAreNamedInTheSchema() throws IOException {
    assertThat(only(folder().resource("unit", "\"dialect\": {\"header\": false}")))
        .isEqualTo("missing-property resources.unit.schema.fields");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8", "\"utf-99\""})
  void anEncodingIsTheNameOfOne(String encoding) throws IOException {
    assertThat(only(folder().resource("unit", "\"encoding\": " + encoding)))
        .isEqualTo("bad-property resources.unit");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"name\": \"a\", \"name\": \"b\"}", "{\"x\": {\"y\": 1, \"y\": 1}}", "{} {}"})
  void eachNameStandsThereOnce(String json) throws IOException {
    DeliveryFolder folder = folder();
    folder.file("datapackage.json", json.getBytes(StandardCharsets.UTF_8));
    assertThat(new Sampleton().read(folder.path()).rules()).containsOnly("malformed-description");
  }

  @Test
  void needsToBeAnObject() throws IOException {
    DeliveryFolder folder = folder();
    folder.file("datapackage.json", "[]".getBytes(StandardCharsets.UTF_8));
    assertThat(new Sampleton().read(folder.path()).rules()).containsOnly("malformed-description");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          licenses | null | no-licence licence
          licenses | [{"name": "dl-de-zero-2.0"}] | no-licence licence
          licenses | [{"name": "dl-de-zero-2.0", "path": "https://zero"}] | no-licence licence
          contributors | [{"title": "A", "role": "author"}] | no-publisher publisher
          contact | null | no-contact contact
          contact | "call us" | no-contact contact
          contact | "mailto:demo" | no-contact contact
          contact | "mailto:a@b@example.org" | no-contact contact
          contact | "http://example.org" | no-contact contact
          contact | "https://x\\"><script>" | no-contact contact
          contact | "https://me:secret@example.org" | no-contact contact
          attribution | " " | no-attribution attribution
          municipality | null | missing-property stadtstand.municipality
          standing | "HALF" | bad-property stadtstand.standing
          defaultSource | "Unsere Seite" | bad-property stadtstand.defaultSource
          homepage | "example.org" | bad-property homepage
          homepage | "https://a.example/b;https://c.example" | bad-property homepage
          homepage | "https://example" | bad-property homepage
          homepage | "https://example.org/<b>" | bad-property homepage
          release | {} | missing-property stadtstand.release.kind
          release | {"kind": "DRAFT"} | bad-property stadtstand.release.kind
          release | {"kind": "RECONSTRUCTED"} | missing-property stadtstand.release.standsFor
          release | {"kind": "RECONSTRUCTED", "standsFor": "31.12.2025"} \
          | bad-property stadtstand.release.standsFor
          release | {"kind": "PUBLISHED", "standsFor": 20251231} \
          | bad-property stadtstand.release.standsFor
          release | {"kind": "RECONSTRUCTED", "standsFor": "0001-01-01"} \
          | bad-property stadtstand.release.standsFor
          release | {"kind": "RECONSTRUCTED", "standsFor": "1899-12-31"} \
          | bad-property stadtstand.release.standsFor
          release | {"kind": "PUBLISHED", "revokes": "last"} \
          | bad-property stadtstand.release.revokes
          release | {"kind": "PUBLISHED", "reason": ["x"]} \
          | bad-property stadtstand.release.reason
          catalogue | {"publisherType": 1, "contributorId": "openNRW"} \
          | bad-property stadtstand.catalogue.publisherType
          """)
  void refusesWhatIsMissingOrUnusable(String property, String json, String found)
      throws IOException {
    assertThat(only(folder().with(property, json.equals("null") ? null : json))).isEqualTo(found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"title", "attribution", "contributors", "release"})
  void noTextIsEndless(String property) throws IOException {
    String json =
        switch (property) {
          case "contributors" -> "[{\"title\": \"%s\", \"role\": \"publisher\"}]";
          case "release" -> "{\"kind\": \"PUBLISHED\", \"reason\": \"%s\"}";
          default -> "\"%s\"";
        };
    assertThat(only(folder().with(property, json.formatted("x".repeat(5001)))))
        .startsWith("text-too-long ");
    assertThat(
            new Sampleton()
                .read(folder().with(property, json.formatted("x".repeat(5000))).write())
                .rules())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mailto:data@example.org",
        "mailto:open.data+x@amt.stadt-köln.de?subject=Open%20Data",
        "https://example.org",
        "https://www.example.org:8443/a(b)?c=d|e&f=ü#g",
        "https://xn--kln-sna.example/kontakt",
        "https://192.0.2.1/",
        "HTTPS://www.example.org/",
        "https://archive.example/2020/https://www.example.org/a;b"
      })
  void acceptsAddressesAsTheyAre(String address) throws IOException {
    assertThat(
            new Sampleton()
                .read(folder().with("contact", "\"" + address + "\"").write())
                .findings())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          contact | "mailto:demo" | Der Kontakt fehlt oder ist keiner: stadtstand.contact braucht eine \
          Mailadresse wie mailto:daten@example.org oder eine Adresse wie https://www.example.org/kontakt.
          name | "A B" | name hat den unbrauchbaren Wert „A B“; erwartet: Kleinbuchstaben, Ziffern, \
          Punkte, Unterstriche und Bindestriche wie musterstadt-2025.
          title | 5 | title hat den unbrauchbaren Wert „5“; erwartet: ein Text in Anführungszeichen.
          """)
  void tellsInWordsWhatIsExpected(String property, String json, String sentence)
      throws IOException {
    assertThat(new Sampleton().read(folder().with(property, json).write()).findings())
        .extracting(finding -> finding.sentence().de())
        .contains(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"a\": ,} | hier steht etwas, das an dieser Stelle nicht stehen darf; oft fehlt davor ein"
            + " Komma oder Anführungszeichen, oder vor einer Klammer steht ein Komma zu viel",
        "{\"a\": 1,} | hier steht etwas, das an dieser Stelle nicht stehen darf; oft fehlt davor"
            + " ein Komma oder Anführungszeichen, oder vor einer Klammer steht ein Komma zu viel",
        "{\"a\": {\"b\": 1 | sie endet, bevor alle Anführungszeichen und Klammern geschlossen sind",
        "{\"a\": \"b | sie endet, bevor alle Anführungszeichen und Klammern geschlossen sind",
        "{\"a\": 1, \"a\": 2} | hier steht eine Angabe zum zweiten Mal",
        "{\"a\": \"\u00FF\"} | sie ist nicht in UTF-8 gespeichert",
        "{\"a\": \"b⏎c\"} | in einem Text steht ein Zeilenumbruch oder Tabulator; dort gehört \\n"
            + " oder \\t hin",
        "{\"a\": \"C:\\Daten\"} | nach einem \\ steht ein Zeichen, das dort nicht stehen darf; ein"
            + " \\ selbst wird verdoppelt",
        "{} {} | hinter der letzten Klammer steht noch etwas",
        "[] | sie muss mit { beginnen und mit } enden"
      })
  void tellsWhatIsWrongWithTheJsonInWords(String json, String what) throws IOException {
    DeliveryFolder folder = folder();
    folder.file("datapackage.json", json.replace('⏎', '\n').getBytes(StandardCharsets.ISO_8859_1));
    Finding finding = new Sampleton().read(folder.path()).only();
    assertThat(finding.sentence().de())
        .isEqualTo("datapackage.json ist so nicht lesbar: " + what + ".");
    assertThat(finding.sentence().en()).startsWith("datapackage.json cannot be read like this: ");
  }

  @Test
  void namesTableThatWasProbablyMeant() throws IOException {
    Finding finding =
        new Sampleton().read(folder().table("projekt", "key").write()).findings().getFirst();
    assertThat(finding.rule()).isEqualTo("unknown-table");
    assertThat(finding.sentence().in(Language.EN))
        .isEqualTo("“projekt” is not a known table. Did you mean “project”?");
    assertThat(finding.sentence().in(Language.DE))
        .isEqualTo("„projekt“ ist keine bekannte Tabelle. Meinten Sie „project“?");
  }

  @Test
  void hasNoTableOfCorrectionsByTheirTableName() throws IOException {
    assertThat(new Sampleton().read(folder().table("correction", "key").write()).rules())
        .contains("unknown-table");
  }

  @Test
  void mayStandForAnyDayOfTheLastCentury() throws IOException {
    assertThat(new Sampleton().read(folder().reconstructed("1900-01-01").write()).findings())
        .isEmpty();
  }

  @Test
  void staysInItsFolder() throws IOException {
    DeliveryFolder folder = folder();
    folder.resource("unit", "\"path\": \"../unit.csv\"");
    assertThat(only(folder)).isEqualTo("bad-path resources.unit");
  }

  @Test
  void aPathThatIsNoTextIsToldAsItIs() throws IOException {
    DeliveryFolder folder = folder();
    folder.resource("unit", "\"path\": [\"a.csv\", \"b.csv\"]");
    assertThat(new Sampleton().read(folder.write()).findings())
        .extracting(finding -> finding.sentence().in(Language.EN))
        .contains("The resource unit must be a file of this folder, not “[\"a.csv\",\"b.csv\"]”.");
  }

  @Test
  void schemaMayNotContradictTheContract() throws IOException {
    String schema =
        """
        "schema": {"primaryKey": "name", "fields": [
          {"name": "key", "type": "string"}, {"name": "title", "type": "string"},
          {"name": "number", "type": "string"}, {"name": "colour", "type": "string"},
          {"name": "precision", "constraints": {"enum": ["DAY", "HOUR"]}}],
          "foreignKeys": [{"fields": "unit", "reference": {"resource": "units", "fields": "key"}}]}
        """;
    Sampleton.Result result =
        new Sampleton()
            .read(
                folder().table("project", "key,title", "p,P").resource("project", schema).write());
    assertThat(result.findings())
        .extracting(f -> f.sentence().in(Language.EN))
        .containsExactlyInAnyOrder(
            "The schema of table project contradicts the data contract: primaryKey is “name”"
                + " instead of “key”.",
            "The schema of table project contradicts the data contract: number.type is “string”"
                + " instead of “integer”.",
            "The schema of table project names the unknown column “colour”.",
            "The schema of table project contradicts the data contract: precision.enum is “HOUR”"
                + " instead of “DAY, MONTH, QUARTER, SEASON, YEAR, BETWEEN, NOT_LATER_THAN”.",
            "The schema of table project contradicts the data contract: foreignKeys.unit is"
                + " “units” instead of “unit”.");
  }

  @Test
  void schemaMayAllowLess() throws IOException {
    String schema =
        """
        "schema": {"primaryKey": "key", "fields": [{"name": "key", "type": "string"},
          {"name": "precision", "type": "string", "constraints": {"enum": ["DAY"]}}]}
        """;
    DeliveryFolder folder = folder().table("project", "key,title", "p,P");
    assertThat(new Sampleton().read(folder.resource("project", schema).write()).findings())
        .isEmpty();
  }

  @Test
  void tellsEverythingAtOnce() throws IOException {
    DeliveryFolder folder =
        folder().with("licenses", null).with("contributors", null).with("contact", null);
    assertThat(new Sampleton().read(folder.with("attribution", null).write()).rules())
        .containsExactlyInAnyOrder("no-licence", "no-publisher", "no-contact", "no-attribution");
  }
}

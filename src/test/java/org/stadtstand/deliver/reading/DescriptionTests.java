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
  void aReasonAndADayAreTexts() throws IOException {
    String reason = "{\"kind\": \"PUBLISHED\", \"reason\": [\"x\"]}";
    assertThat(only(folder().with("release", reason)))
        .isEqualTo("bad-property stadtstand.release.reason");
    String day = "{\"kind\": \"PUBLISHED\", \"standsFor\": 20251231}";
    assertThat(only(folder().with("release", day)))
        .isEqualTo("bad-property stadtstand.release.standsFor");
    String theme = "{\"publisherType\": 1, \"contributorId\": \"openNRW\"}";
    assertThat(only(folder().with("catalogue", theme)))
        .isEqualTo("bad-property stadtstand.catalogue.publisherType");
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
        "\"delimiter\": null"
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

  @Test
  void anEncodingIsAText() throws IOException {
    assertThat(only(folder().resource("unit", "\"encoding\": 8")))
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

  @Test
  void needsLicence() throws IOException {
    assertThat(only(folder().with("licenses", null))).isEqualTo("no-licence licence");
  }

  @Test
  void needsLicenceWithItsAddress() throws IOException {
    DeliveryFolder folder = folder().with("licenses", "[{\"name\": \"dl-de-zero-2.0\"}]");
    assertThat(only(folder)).isEqualTo("no-licence licence");
  }

  @Test
  void needsPublisher() throws IOException {
    DeliveryFolder folder =
        folder().with("contributors", "[{\"title\": \"A\", \"role\": \"author\"}]");
    assertThat(only(folder)).isEqualTo("no-publisher publisher");
  }

  @Test
  void needsContactThatCanBeReached() throws IOException {
    assertThat(only(folder().with("contact", null))).isEqualTo("no-contact contact");
    assertThat(only(folder().with("contact", "\"call us\""))).isEqualTo("no-contact contact");
  }

  @Test
  void needsAttribution() throws IOException {
    assertThat(only(folder().with("attribution", "\" \""))).isEqualTo("no-attribution attribution");
  }

  @Test
  void needsMunicipalityAndStanding() throws IOException {
    assertThat(only(folder().with("municipality", null)))
        .isEqualTo("missing-property stadtstand.municipality");
    assertThat(only(folder().with("standing", "\"HALF\"")))
        .isEqualTo("bad-property stadtstand.standing");
  }

  @Test
  void needsKindOfRelease() throws IOException {
    assertThat(only(folder().with("release", "{}")))
        .isEqualTo("missing-property stadtstand.release.kind");
    assertThat(only(folder().with("release", "{\"kind\": \"DRAFT\"}")))
        .isEqualTo("bad-property stadtstand.release.kind");
  }

  @Test
  void needsDayThatReconstructionStandsFor() throws IOException {
    assertThat(only(folder().with("release", "{\"kind\": \"RECONSTRUCTED\"}")))
        .isEqualTo("missing-property stadtstand.release.standsFor");
    assertThat(only(folder().reconstructed("31.12.2025")))
        .isEqualTo("bad-property stadtstand.release.standsFor");
  }

  @Test
  void refusesRevocationOfNoNumber() throws IOException {
    assertThat(only(folder().with("release", "{\"kind\": \"PUBLISHED\", \"revokes\": \"last\"}")))
        .isEqualTo("bad-property stadtstand.release.revokes");
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
  void staysInItsFolder() throws IOException {
    DeliveryFolder folder = folder();
    folder.resource("unit", "\"path\": \"../unit.csv\"");
    assertThat(only(folder)).isEqualTo("bad-path resources.unit");
  }

  @Test
  void refusesDialectThatIsNotRead() throws IOException {
    String escape = "\"dialect\": {\"escapeChar\": \"!\"}";
    assertThat(only(folder().resource("unit", escape)))
        .isEqualTo("unsupported-dialect resources.unit");
    String wide = "\"dialect\": {\"delimiter\": \"::\"}";
    assertThat(only(folder().resource("unit", wide)))
        .isEqualTo("unsupported-dialect resources.unit");
  }

  @Test
  void refusesEncodingThatDoesNotExist() throws IOException {
    assertThat(only(folder().resource("unit", "\"encoding\": \"utf-99\"")))
        .isEqualTo("bad-property resources.unit");
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

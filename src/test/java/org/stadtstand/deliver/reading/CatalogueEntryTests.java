package org.stadtstand.deliver.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stadtstand.deliver.description.CatalogueEntry;
import org.stadtstand.deliver.finding.Finding;
import org.stadtstand.deliver.finding.FindingLevel;
import org.stadtstand.deliver.finding.Findings;
import org.stadtstand.ground.text.Language;

/** What a delivery says for catalogues is read, and what no catalogue could use is named. */
class CatalogueEntryTests {

  @TempDir Path parent;

  private DeliveryFolder folder() {
    return new DeliveryFolder(parent, "01-sample").table("unit", "key,name", "a,A");
  }

  @Test
  void readsAllOfIt() {
    DeliveryFolder folder =
        folder()
            .with("keywords", "[\"Smart City\", \" OZG \", \"OZG\"]")
            .with("homepage", "\"https://example.org/digital\"")
            .with(
                "catalogue",
                """
                {"themes": ["gove", "http://publications.europa.eu/resource/authority/data-theme/TECH"],
                 "publisherType": "LocalAuthority", "contributorId": "openNRW"}\
                """);
    ReadFolder read = read(folder);
    assertThat(read.findings()).isEmpty();
    assertThat(read.entry())
        .isEqualTo(
            new CatalogueEntry(
                "What Sampleton has promised",
                "Projects, targets and their history.",
                null,
                List.of("Smart City", "OZG"),
                List.of("GOVE", "TECH"),
                "https://example.org/digital",
                "LocalAuthority",
                "openNRW"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "title       | null",
        "description | null",
        "description | \" \"",
        "catalogue   | null",
        "catalogue   | {\"themes\": [\"GOVE\"]}",
      })
  void tellsWhatACatalogueNeedsAndPublishesWithoutIt(String property, String json) {
    DeliveryFolder folder = folder().with(property, json.equals("null") ? null : json);
    Finding finding = read(folder).findings().getFirst();
    assertThat(finding.level()).isEqualTo(FindingLevel.WARNING);
    assertThat(finding.rule()).isEqualTo("not-in-catalogue");
    assertThat(finding.sentence().in(Language.EN))
        .contains(property.equals("catalogue") ? "stadtstand.catalogue.contributorId" : property);
  }

  @Test
  void asksNothingOfInventedData() {
    DeliveryFolder folder =
        folder().with("standing", "\"DEMO\"").with("description", null).with("catalogue", null);
    assertThat(read(folder).findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "keywords  | \"Smart City\"                      | bad-property keywords",
        "keywords  | [\"\"]                              | bad-property keywords",
        "keywords  | [7]                                 | bad-property keywords",
        "homepage  | \"www.example.org\"                 | bad-property homepage",
        "catalogue | {\"themes\": [\"GOVT\"]}            | bad-property"
            + " stadtstand.catalogue.themes",
        "catalogue | {\"themes\": \"GOVE\"}              | bad-property"
            + " stadtstand.catalogue.themes",
        "catalogue | {\"publisherType\": \"City\"}       | bad-property"
            + " stadtstand.catalogue.publisherType",
        "catalogue | {\"contributorId\": \"open NRW\"}   | bad-property"
            + " stadtstand.catalogue.contributorId",
        "catalogue | \"openNRW\"                         | bad-property stadtstand.catalogue",
        "licenses  | [{\"name\": \"dl-de-zero\", \"path\": \"https://example.org/l\"}] |"
            + " unknown-licence licence",
      })
  void refusesWhatNoCatalogueCouldUse(String property, String json, String expected) {
    assertThat(read(folder().with(property, json)).findings())
        .filteredOn(finding -> finding.level() == FindingLevel.ERROR)
        .extracting(finding -> finding.rule() + " " + finding.place().columnName())
        .containsExactly(expected);
  }

  @Test
  void namesTheLicenceThatWasMeant() {
    DeliveryFolder folder =
        folder()
            .with(
                "licenses",
                "[{\"name\": \"cc-by/40\", \"path\":"
                    + " \"https://creativecommons.org/licenses/by/4.0/\"}]");
    assertThat(read(folder).findings().getFirst().sentence().in(Language.EN))
        .isEqualTo("“cc-by/40” is no licence of the list of DCAT-AP.de. Did you mean “cc-by/4.0”?");
  }

  @Test
  void takesAContributorThatIsNewerThanTheList() {
    ReadFolder read = read(folder().with("catalogue", "{\"contributorId\": \"stadtDuesseldorf\"}"));
    assertThat(read.findings())
        .extracting(finding -> finding.level() + " " + finding.rule())
        .containsExactly("WARNING unknown-contributor");
    assertThat(read.entry().contributor()).isEqualTo("stadtDuesseldorf");
  }

  @Test
  void namesAMisspeltProperty() {
    DeliveryFolder folder =
        folder().with("catalogue", "{\"contributorId\": \"openNRW\", \"theme\": [\"GOVE\"]}");
    assertThat(read(folder).findings())
        .extracting(finding -> finding.rule() + " " + finding.place().columnName())
        .containsExactly("unknown-property stadtstand.catalogue.theme");
  }

  @Test
  void isAnotherDeliveryWithOtherKeywords() throws IOException {
    byte[] before = new Sampleton().read(folder().write()).digest();
    byte[] after =
        new Sampleton().read(folder().with("keywords", "[\"Smart City\"]").write()).digest();
    assertThat(after).isNotEqualTo(before);
  }

  private static ReadFolder read(DeliveryFolder folder) {
    Deliveries deliveries = new Sampleton().deliveries();
    Path path = folder.write();
    Findings findings = deliveries.findings(path);
    Delivery delivery = Objects.requireNonNull(deliveries.open(path, findings));
    return new ReadFolder(findings.list(), delivery.description().entry());
  }

  private record ReadFolder(List<Finding> findings, CatalogueEntry entry) {}
}

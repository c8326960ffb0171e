package org.stadtstand.serve.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Release;
import org.stadtstand.record.time.ReleaseKind;
import org.stadtstand.record.time.Seal;
import org.stadtstand.serve.bulk.DataFile;
import org.stadtstand.serve.bulk.DescribedState;
import org.stadtstand.serve.catalogue.CityEntry.Table;

/** Pages of a catalogue of a hundred cities with nine releases each. */
class CataloguePageTests {

  private static final int CITIES = 100;
  private static final int RELEASES = 9;
  private static final int TABLES = 25;
  private static final Instant MOMENT = Instant.parse("2026-01-31T23:00:00Z");
  private static final CatalogueSettings SETTINGS = new CatalogueSettings("Stadtstand", "IT", "");

  @ParameterizedTest
  @EnumSource(CatalogueForm.class)
  void isTheSameBytesEachTime(CatalogueForm form) {
    assertThat(written(form, 3)).isNotEmpty().isEqualTo(written(form, 3));
  }

  @Test
  void leadsFromTheFirstPageToTheLast() {
    List<String> seen = new ArrayList<>();
    String next = "https://stadtstand.example/catalog/city-100.ttl";
    while (next != null) {
      seen.add(next);
      int number = Integer.parseInt(next.replaceAll("\\D", "")) - 100;
      Model page = read(written(CatalogueForm.TTL, number));
      assertThat(page.contains(page.createResource(next), null)).as(next).isTrue();
      assertThat(value(page, "hydra:nextPage")).isEqualTo(value(page, "hydra:next"));
      assertThat(value(page, "hydra:last"))
          .isEqualTo("https://stadtstand.example/catalog/city-199.ttl");
      next = value(page, "hydra:next");
    }
    assertThat(seen).hasSize(CITIES).doesNotHaveDuplicates();
  }

  @Test
  void hasEverythingDemandedAndAddressesForAll() {
    Model page = read(written(CatalogueForm.TTL, 3));
    assertThat(CatalogueRule.violations(page)).isEmpty();
    CatalogueRule.types()
        .forEach(
            type ->
                assertThat(
                        page.contains(null, null, page.createResource(CatalogueGraph.whole(type))))
                    .as(type)
                    .isTrue());
  }

  @Test
  void rulesNameWhatIsMissingAndWhatIsThereTwice() {
    Model page = read(written(CatalogueForm.TTL, 3));
    Resource record = page.getResource("https://stadtstand.example/catalog/city-103#stand");
    page.removeAll(record, page.createProperty(CatalogueGraph.whole("dct:publisher")), null);
    record.addProperty(
        page.createProperty(CatalogueGraph.whole("dcatde:contributorID")),
        page.createResource("http://dcat-ap.de/def/contributors/govData"));
    record.addProperty(
        page.createProperty(CatalogueGraph.whole("dcat:contactPoint")), page.createResource());
    assertThat(CatalogueRule.violations(page))
        .hasSize(3)
        .anyMatch(fault -> fault.endsWith("#stand has no dct:publisher"))
        .anyMatch(fault -> fault.endsWith("#stand has several dcatde:contributorID"))
        .anyMatch(fault -> fault.startsWith("a node without an address"));
  }

  @Test
  void countsPointsForWhatIsThereOnly() {
    Model page = read(written(CatalogueForm.TTL, 3));
    CatalogueQuality whole = new CatalogueQuality(address -> true);
    whole.add(page);
    CatalogueQuality unreachable = new CatalogueQuality(address -> false);
    unreachable.add(page);
    assertThat(whole.points()).isGreaterThan(400).isLessThanOrEqualTo(405);
    assertThat(whole.points() - unreachable.points()).isBetween(79.99, 80.01);
    page.removeAll(null, page.createProperty(CatalogueGraph.whole("dct:license")), null);
    CatalogueQuality unlicensed = new CatalogueQuality(address -> true);
    unlicensed.add(page);
    assertThat(unlicensed.violations()).isNotEmpty();
    assertThat(whole.points() - unlicensed.points()).isBetween(59.99, 60.01);
  }

  @Test
  void namesOnItsFirstPageOnlyWhatEveryReleaseWouldChange() {
    assertThat(new String(written(CatalogueForm.TTL, 3), StandardCharsets.UTF_8))
        .doesNotContain("2026-11-22");
  }

  private static byte[] written(CatalogueForm form, int city) {
    List<String> keys = IntStream.range(0, CITIES).mapToObj(CataloguePageTests::key).toList();
    Instant changed = city == 0 ? Instant.parse("2026-11-22T11:00:00Z") : null;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new CataloguePage(
            new Addresses("https://stadtstand.example"),
            form,
            SETTINGS,
            keys,
            entry(key(city)),
            changed)
        .write(out);
    assertThat(out.size()).isLessThan(20_000_000);
    return out.toByteArray();
  }

  private static String key(int number) {
    return "city-" + (100 + number);
  }

  private static CityEntry entry(String key) {
    MunicipalityRef place = new MunicipalityRef(1, key, "05111000", "051110000000", false);
    List<Release> releases =
        IntStream.rangeClosed(1, RELEASES).mapToObj(number -> release(place, number)).toList();
    List<Table> tables =
        IntStream.range(0, TABLES)
            .mapToObj(
                number ->
                    new Table(
                        "table_" + number,
                        new Text("Tabelle " + number, "table " + number),
                        new DataFile("table_" + number + "@9.csv", 1_000, "ab", true)))
            .toList();
    DataFile archive = new DataFile("package@9.zip", 10_000, "cd", true);
    return new CityEntry(key, described(), releases, MOMENT, tables, archive, List.of());
  }

  private static Release release(MunicipalityRef place, int number) {
    LocalDate day = LocalDate.of(2022, 1, 1).plusMonths(6L * number);
    return new Release(
        number,
        place,
        number,
        MOMENT.atOffset(ZoneOffset.UTC),
        ReleaseKind.RECONSTRUCTED,
        day,
        day.atStartOfDay().atOffset(ZoneOffset.UTC),
        "Halbjahresbericht",
        null,
        new Seal("", null, "", 0, 0, 0));
  }

  private static DescribedState described() {
    return new DescribedState(
        "Musterstadt",
        null,
        "05111000",
        null,
        "Stadt Musterstadt",
        "OFFICIAL",
        "dl-de-by-2.0",
        "https://www.govdata.de/dl-de/by-2-0",
        "Stadt Musterstadt",
        "https://example.org/kontakt",
        "QUARTERLY",
        "Digitalstrategie",
        "Vorhaben und Ziele.",
        null,
        List.of(),
        List.of(),
        null,
        null,
        "openNRW");
  }

  private static Model read(byte[] page) {
    Model model = ModelFactory.createDefaultModel();
    RDFDataMgr.read(model, new ByteArrayInputStream(page), Lang.TURTLE);
    return model;
  }

  private static @Nullable String value(Model page, String property) {
    return page
        .listObjectsOfProperty(page.createProperty(CatalogueGraph.whole(property)))
        .toList()
        .stream()
        .map(Object::toString)
        .findFirst()
        .orElse(null);
  }
}

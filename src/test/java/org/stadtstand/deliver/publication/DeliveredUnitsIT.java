package org.stadtstand.deliver.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stadtstand.deliver.finding.Finding;
import org.stadtstand.deliver.publication.Report.Outcome;
import org.stadtstand.deliver.reading.DeliveryFolder;
import org.stadtstand.ground.text.Language;

/** Values are compared in whatever units they are delivered, or the delivery is refused. */
@ExtendWith(WorkshopExtension.class)
class DeliveredUnitsIT {

  private static final String TARGET =
      "key,focus_area,wording,kind,unit,baseline_value,target_value,direction,due_on";
  private static final String OBSERVATION = "key,target,value,qualifier,unit,nature,observed_on";

  private static final String CLAIM =
      "key,topic,subject,said_on,said_by,wording,verbatim,value,unit";

  private final City city;

  DeliveredUnitsIT(City city) {
    this.city = city;
  }

  @BeforeEach
  void publish() throws IOException, SQLException {
    city.published(city.first());
  }

  private DeliveryFolder target(String unit, String value, String direction) {
    String row = "g,net,Ein Ziel,NUMERIC,%s,,%s,%s,2025".formatted(unit, value, direction);
    return city.next().table("target", TARGET, "t-1,net,Alle Schulen,QUALITATIVE,,,,,", row);
  }

  private static DeliveryFolder seen(DeliveryFolder folder, String... rows) {
    return folder.table(
        "observation",
        Stream.concat(Stream.of(OBSERVATION), Stream.of(rows)).toArray(String[]::new));
  }

  private List<String> refused(DeliveryFolder folder) throws IOException, SQLException {
    Report report = city.publish(folder);
    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    return City.found(report);
  }

  private List<String> outcome() throws SQLException {
    return city.column(
        """
        select concat_ws(' ', o.outcome, trim_scale(o.gap), o.gap_unit)
        from target_outcome_period o join record k on k.id = o.target
        where k.key = 'g' and k.municipality = :municipality
          and upper_inf(o.known) and upper_inf(o.days)
        """);
  }

  @ParameterizedTest
  @CsvSource({
    "%,Prozent",
    "v. H.,Prozent",
    "v.H.,Prozent",
    "percent,Prozent",
    "prozent,Prozent",
    "in %,Prozent",
    "€,Euro",
    "EUR,Euro",
    "Mio. €,Mio. Euro",
    "Mio EUR,Mio. Euro",
    "Std.,Stunden",
    "Tag,Tage",
    "kt CO2,kt CO₂",
    "Aemter,Ämter"
  })
  void oneUnitHasOneName(String written, String stored) throws IOException, SQLException {
    Report report =
        city.published(
            seen(
                target(stored, "50", "AT_LEAST"),
                "o-1,g,26.9,," + stored + ",REPORTED,2024-04",
                "o-2,g,61,," + written + ",MEASURED,2025-12-01"));
    assertThat(report.findings()).isEmpty();
    assertThat(
            city.column("select distinct unit from observation where municipality = :municipality"))
        .containsExactly(stored);
    assertThat(outcome()).singleElement().asString().startsWith("REACHED 11 ");
  }

  @ParameterizedTest
  @CsvSource({
    "kt,1500,AT_MOST,Mt,1.4,REACHED 100 kt",
    "Mt CO2,1.5,AT_MOST,kt CO2,1600,MISSED_ON_LAST_VALUE -0.1 Mt CO₂",
    "t CO₂,1500000,AT_MOST,Mio. Tonnen CO2,1.5,REACHED 0 t CO₂",
    "Mio. €,2,AT_LEAST,Tsd. €,1999,MISSED_ON_LAST_VALUE -0.001 Mio. Euro",
    "TEUR,2000,AT_LEAST,Euro,2000000,REACHED 0 Tsd. Euro",
    "Mrd. Euro,1,AT_LEAST,Mio. Euro,1100,REACHED 0.1 Mrd. Euro",
    "%,50,AT_LEAST,‰,499,MISSED_ON_LAST_VALUE -0.1 Prozent",
    "Stunden,2,AT_MOST,Minuten,90,REACHED 0.5 Stunden",
    "Wochen,2,AT_MOST,Tage,14,REACHED 0 Wochen",
    "Jahre,2,AT_MOST,Monate,30,MISSED_ON_LAST_VALUE -0.5 Jahre",
    "Gbit/s,1,AT_LEAST,Mbit/s,1000,REACHED 0 Gbit/s",
    "kWh/a,5000,EQUALS,MWh im Jahr,5,REACHED 0 kWh im Jahr",
    "km²,1,AT_LEAST,ha,90,MISSED_ON_LAST_VALUE -0.1 km²",
    "Tsd. Haushalte,50,AT_LEAST,Haushalte,61000,REACHED 11 Tsd. Haushalte",
    "Mio. Blatt,3,AT_MOST,Blatt,2500000,REACHED 0.5 Mio. Blatt",
    "Zauberstäbe,3,AT_LEAST,zauberstäbe,4,REACHED 1 Zauberstäbe"
  })
  void unitsOfOneMeasureConvert(
      String unit, String value, String direction, String other, String observed, String outcome)
      throws IOException, SQLException {
    city.published(
        seen(
            target(unit, value, direction),
            "o,g,%s,,%s,MEASURED,2025-06".formatted(observed, other)));
    assertThat(outcome()).containsExactly(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "Prozent,Anschlüsse",
    "Prozent,Prozentpunkte",
    "Prozent,Prozent der Haushalte",
    "Prozent,Przent",
    "kt CO₂,kt",
    "kt CO₂,kt CO₂e",
    "kt CO₂,kt CO₂ im Jahr",
    "Euro,Euro pro Kopf",
    "Tage,Monate",
    "Tage,Arbeitstage",
    "Dienstleistungen,Schulen",
    "m,m²",
    "kW,kWh"
  })
  void whatCannotBeComparedIsRefused(String unit, String other) throws IOException, SQLException {
    DeliveryFolder folder =
        seen(
            target(unit, "50", "AT_LEAST"),
            "o-1,g,26.9,,,REPORTED,2024-04",
            "o-2,g,61,," + other + ",MEASURED,2025-12-01");
    assertThat(refused(folder)).contains("observation.csv:3 (unit) other-unit");
    assertThat(
            refused(seen(target(other, "50", "AT_LEAST"), "o-2,g,61,," + unit + ",MEASURED,2025")))
        .contains("observation.csv:2 (unit) other-unit");
  }

  @Test
  void aTargetDoesNotPassToAnotherMeasure() throws IOException, SQLException {
    city.published(seen(target("kt", "50", "AT_MOST"), "o-1,g,60,,kt,MEASURED,2024"));
    Report report = city.publish(target("Prozent", "50", "AT_MOST"));
    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(City.found(report)).contains("target.csv:3 (unit) other-unit");
    assertThat(report.findings().stream().map(Finding::sentence).map(text -> text.de()))
        .anyMatch(
            sentence -> sentence.startsWith("„o-1“ hat die Einheit „kt“, „g“ dagegen „Prozent“:"));
    city.published(target("t", "50000", "AT_MOST"));
    assertThat(outcome()).containsExactly("MISSED_ON_LAST_VALUE -10000 t");
  }

  @ParameterizedTest
  @CsvSource({
    "kt,TARGET_VALUE,Prozent,claim.csv:2 (unit) claim-in-other-unit",
    "kt,TARGET_VALUE,kt CO₂,claim.csv:2 (unit) claim-in-other-unit",
    ",TARGET_VALUE,Prozent,claim.csv:2 (unit) claim-in-other-unit",
    "kt,TARGET_VALUE,Mt,",
    "kt,TARGET_VALUE,,",
    ",TARGET_VALUE,t,",
    "kt,OTHER,Haushalte,"
  })
  void aClaimOfAValueIsInAUnitOfItsTarget(
      @Nullable String unit, String topic, @Nullable String claimed, @Nullable String found)
      throws IOException, SQLException {
    city.published(
        seen(target(unit == null ? "" : unit, "50", "AT_MOST"), "o-1,g,60,,kt,MEASURED,2024"));
    String claim = "c,%s,target:g,2024,Rat,Sechzig,true,60,%s".formatted(topic, claimed);
    Report report = city.preview(city.next().table("claim", CLAIM, claim.replace("null", "")));
    assertThat(report.outcome()).isEqualTo(Outcome.PREVIEWED);
    assertThat(City.found(report)).isEqualTo(found == null ? List.of() : List.of(found));
  }

  @Test
  void aCorrectedFigureSaysItsUnit() throws IOException, SQLException {
    city.published(
        seen(
            target("kt", "50", "AT_MOST"),
            "o-1,g,60,,t,MEASURED,2023",
            "o-2,g,1.4,,kt,MEASURED,2024"));
    Report report =
        city.preview(
            seen(city.next(), "o-1,g,60,,kt,MEASURED,2023", "o-2,g,1500,,t,MEASURED,2024")
                .table(
                    "corrections",
                    "key,table,row,field,reason,source",
                    "c-1,observation,o-1,unit,Tippfehler,page",
                    "c-2,observation,o-2,value,Tippfehler,page"));
    assertThat(report.changes())
        .extracting(change -> change.sentence().de())
        .contains(
            "Beobachtung zu „Ein Ziel“ (2023): Einheit berichtigt: „Kilotonnen“ statt „Tonnen“.",
            "Beobachtung zu „Ein Ziel“ (2024): Wert berichtigt: 1500\u00a0t statt 1,4\u00a0kt.",
            "Beobachtung zu „Ein Ziel“ (2024): Einheit geändert von „Kilotonnen“ auf „Tonnen“"
                + " – ohne Erläuterung.");
  }

  @Test
  void aTargetDoesNotLeaveTheUnitOfItsClaims() throws IOException, SQLException {
    String claim = "c,TARGET_VALUE,target:g,2024,Rat,Sechzig,true,60,t";
    city.published(target("kt", "50", "AT_MOST").table("claim", CLAIM, claim));
    Report report = city.preview(target("Prozent", "50", "AT_MOST"));
    assertThat(City.found(report)).contains("target.csv:3 (unit) claim-in-other-unit");
    assertThat(report.findings())
        .extracting(finding -> finding.sentence().de())
        .anyMatch(told -> told.startsWith("„g“ hat die Einheit „Prozent“, „c“ dagegen „t“:"));
    assertThat(City.found(city.preview(target("Mt", "50", "AT_MOST"))))
        .doesNotContain("target.csv:3 (unit) claim-in-other-unit");
  }

  @Test
  void valuesOfATargetWithoutUnitHaveOne() throws IOException, SQLException {
    String kilotonnes = "o-1,g,60,,kt,MEASURED,2024";
    assertThat(refused(seen(target("", "50", "AT_MOST"), kilotonnes, "o-2,g,5,,t,MEASURED,2025")))
        .containsExactly("observation.csv:3 (unit) other-unit");
    city.published(seen(target("", "50", "AT_MOST"), kilotonnes, "o-2,g,40,,,MEASURED,2025"));
    assertThat(outcome()).containsExactly("REACHED 10");
    assertThat(refused(seen(city.next(), "o-3,g,5,,Euro,MEASURED,2025")))
        .containsExactly("observation.csv:2 (unit) other-unit");
    // Where nothing is to be compared with a goal, the values need only be comparable.
    city.published(
        seen(target("", "", ""), "o-3,g,5000,,t,MEASURED,2025", "o-4,g,5,,Mt,MEASURED,2025-07"));
    assertThat(outcome()).containsExactly("NOT_MEASURABLE");
  }

  @Test
  void aWordThatIsNotInTheListIsNamedOnce() throws IOException, SQLException {
    Report report =
        city.published(
            seen(
                target("Przent", "50", "AT_LEAST"),
                "o-1,g,26.9,,Przent,REPORTED,2024-04",
                "o-2,g,61,,Przent,MEASURED,2025-12-01"));
    assertThat(City.found(report))
        .containsExactlyInAnyOrder(
            "target.csv:3:5 (unit) unknown-unit", "observation.csv:2:5 (unit) unknown-unit");
    assertThat(report.findings().getFirst().sentence().de())
        .startsWith(
            "Die Einheit „Przent“ steht nicht in der Liste der Einheiten (delivering-data.md).")
        .contains("Meinten Sie „Prozent“?");
    assertThat(report.findings().getFirst().sentence().in(Language.EN))
        .contains("Did you mean “Prozent”?");
  }

  @ParameterizedTest
  @CsvSource({
    "MORE_THAN,40,DUE_UNREPORTED -10 Prozent",
    "MORE_THAN,50,REACHED",
    "LESS_THAN,40,MISSED_ON_LAST_VALUE",
    "ABOUT,40,MISSED_ON_LAST_VALUE"
  })
  void aLastValueThatDecidesNothingDoesNotHideBehindAnEarlierOne(
      String qualifier, String value, String outcome) throws IOException, SQLException {
    city.published(
        seen(
            target("Prozent", "50", "AT_LEAST"),
            "o-1,g,26.9,,Prozent,REPORTED,2024-04",
            "o-2,g,%s,%s,Prozent,REPORTED,2025-06".formatted(value, qualifier)));
    assertThat(outcome()).singleElement().asString().startsWith(outcome);
  }

  @Test
  void conversionKeepsOrder() throws SQLException {
    assertThat(
            city.column(
                """
                with units as (
                  select distinct on (measure, factor) * from unit
                  where measure in ('mass', 'mass CO₂ pro Kopf', 'time', 'energy', 'share', 'euro')
                )
                select count(*)::text from units f join units t using (measure)
                cross join (values (-3, 0.000001), (0.1, 0.2), (0.3333333333, 1), (50, 61),
                  (999.999, 1000), (1953, 1953.000001), (1e15, 1e15 + 0.001)) pair (a, b)
                where converted(a, f.name, t.name) >= converted(b, f.name, t.name)
                  or converted(a, f.name, t.name) is null
                  or converted(b, f.name, t.name) is null
                  or abs(b - converted(converted(b, f.name, t.name), t.name, f.name)) > b * 1e-9
                """))
        .containsExactly("0");
  }
}

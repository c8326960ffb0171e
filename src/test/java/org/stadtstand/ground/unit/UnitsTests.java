package org.stadtstand.ground.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.unit.UnitLine.Part;

/** What units are called, and what they are called in return. */
class UnitsTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Prozent | % ; v. H. ; v.H. ; percent ; per cent ; PROZENT ; Prozente ; in % ; in Prozent ; (%) ; [%] ; Proz.
          Prozentpunkte | %-Punkte ; Prozentpunkt ; PP ; percentage points
          Promille | ‰ ; v. T.
          Euro | € ; EUR ; Euros ; in Euro
          Tsd. Euro | TEUR ; T€ ; Tsd. € ; Tausend Euro ; Tsd EUR ; 1.000 Euro ; 1000 € ; thousand euros
          Mio. Euro | Mio. € ; Mio EUR ; Millionen Euro ; million euros ; Mio.€ ; M€ ; MEUR ; 1.000.000 €
          Mrd. Euro | Mrd. € ; Milliarden Euro ; Mrd EUR ; billion euros
          t | Tonnen ; Tonne ; T ; To.
          kt | Kilotonnen ; KT
          Tsd. t | Tausend Tonnen ; 1000 t ; Tsd. Tonnen
          t CO₂ | t CO2 ; Tonnen CO2 ; Tonnen CO₂ ; t Kohlendioxid ; tCO2 ; t-CO2
          kt CO₂ | kt CO2 ; Kilotonnen CO₂ ; KT CO2 ; kt  CO2
          Mio. t CO₂ | Mio. Tonnen CO2 ; Millionen t CO2
          t CO₂e | t CO2e ; t CO2-Äquivalente ; Tonnen CO₂-Äquivalente ; t CO2eq ; t CO₂-Äq.
          t CO₂ pro Kopf | t CO2 je Einwohner ; Tonnen CO2 pro Kopf ; t CO2/Kopf ; t CO₂/EW
          kWh im Jahr | kWh/a ; kWh pro Jahr ; Kilowattstunden je Jahr ; kWh p. a.
          m² | m2 ; qm ; Quadratmeter ; M²
          km² | qkm ; km2
          Tage | Tag ; d ; days ; Tagen ; Kalendertage
          Stunden | Std. ; h ; Stunde ; hours
          Minuten | Min. ; min ; Minute
          Mbit/s | MBit/s ; Mbps ; Mb/s ; Megabit pro Sekunde
          Mio. Blatt | Millionen Blatt ; Mio Blatt ; million sheets
          Meldungen im Jahr | Meldungen pro Jahr ; Meldungen/Jahr ; Meldungen / a
          Ämter | Aemter ; Amt ; ämter ; offices
          Haushalte | Haushalt ; HH ; households
          µg/m³ | ug/m3 ; μg/m³
          Vollzeitstellen | VZÄ ; Vollzeitäquivalente
          """)
  void aUnitHasOneNameWhateverItIsCalled(String name, String spellings) {
    assertThat(Units.of(name).name()).isEqualTo(name);
    for (String spelling : spellings.split(" ; ")) {
      assertThat(Units.find(spelling)).as(spelling).map(Unit::name).contains(name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Przent",
        "Zauberstäbe",
        "Euro CO₂",
        "Prozent der Haushalte",
        "Mio. Mio. t",
        "Mio. Prozent",
        "Tsd. %",
        "Mrd. Promille pro Kopf",
        "Mio. Prozentpunkte",
        "Tausend Grad Celsius",
        "Mio. Platz",
        "1",
        ""
      })
  void whatIsNotInTheListStaysAsItIs(String word) {
    assertThat(Units.find(word)).isEmpty();
    assertThat(Units.of(word).name()).isEqualTo(word);
    assertThat(Units.of(word).measure()).isEqualTo(word);
  }

  @Test
  void noSpellingMeansTwoUnits() {
    for (List<Part> together :
        List.of(
            List.of(Part.UNIT, Part.ALIAS),
            List.of(Part.SCALE),
            List.of(Part.SUBSTANCE),
            List.of(Part.RATE))) {
      Map<String, String> meaning = new HashMap<>();
      for (Part part : together) {
        for (UnitLine line : UnitLine.of(part)) {
          for (String spelling : line.spellings()) {
            String other = meaning.put(spelling, line.name());
            // English has one word for both.
            boolean service =
                List.of("service", "services", "building", "buildings").contains(spelling);
            assertThat(other == null || other.equals(line.name()) || service)
                .as("%s means %s and %s", spelling, other, line.name())
                .isTrue();
          }
        }
      }
    }
  }

  @Test
  void everyNameIsFoundAgainAndNamesOneUnit() {
    Map<String, Unit> units = new HashMap<>();
    UnitParts.all()
        .map(UnitParts::unit)
        .forEach(
            unit -> {
              assertThat(units.put(unit.name(), unit)).as(unit.name()).isNull();
              assertThat(Units.find(unit.name())).contains(unit);
              assertThat(Units.find(unit.label(Language.DE)))
                  .as(unit.label(Language.DE))
                  .contains(unit);
              assertThat(unit.factor().signum()).isPositive();
            });
    assertThat(units).hasSizeGreaterThan(1000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          34 | % | 34 Prozent | 34 per cent
          1 | Tag | 1 Tag | 1 day
          -1 | Tag | -1 Tag | -1 day
          1.5 | Tag | 1,5 Tage | 1.5 days
          2 | Tag | 2 Tage | 2 days
          0 | Tag | 0 Tage | 0 days
          2.5 | Mio. € | 2,5 Mio. Euro | 2.5 million euros
          1 | Mio. € | 1 Mio. Euro | 1 million euros
          1 | € | 1 Euro | 1 euro
          1953 | kt CO2 | 1953~kt~CO₂ | 1953~kt~CO₂
          12000 | Tonnen | 12.000~t | 12,000~t
          3 | Mio. t CO2 | 3~Mio.~t~CO₂ | 3~million~t~CO₂
          4.2 | t CO2/Kopf | 4,2~t~CO₂ pro Kopf | 4.2~t~CO₂ per capita
          100 | Mbps | 100~Mbit/s | 100~Mbit/s
          1 | Ämter | 1 Amt | 1 office
          75 | Dienstleistungen | 75 Dienstleistungen | 75 services
          1 | Punkte | 1 Punkt | 1 point
          12 | Zauberstäbe | 12 Zauberstäbe | 12 Zauberstäbe
          """)
  void anAmountIsSaidAsOneSaysIt(BigDecimal value, String unit, String german, String english) {
    assertThat(Units.of(unit).amount(value, Language.DE)).isEqualTo(german.replace('~', '\u00A0'));
    assertThat(Units.of(unit).amount(value, Language.EN)).isEqualTo(english.replace('~', '\u00A0'));
  }

  @ParameterizedTest
  @CsvSource({
    "%,Prozentpunkte",
    "‰,Promillepunkte",
    "% im Jahr,Prozent im Jahr",
    "kt CO2,kt CO₂",
    "Zauberstäbe,Zauberstäbe"
  })
  void sharesAreSoManyPointsApart(String unit, String apart) {
    assertThat(Units.difference(Units.of(unit)).name()).isEqualTo(apart);
  }

  @ParameterizedTest
  @CsvSource({
    "%,Prozent,per cent",
    "kt CO2,Kilotonnen CO₂,kilotonnes CO₂",
    "t CO2e,Tonnen CO₂-Äquivalente,tonnes CO₂ equivalent",
    "kWh/a,Kilowattstunden im Jahr,kilowatt-hours a year",
    "Mio. €,Mio. Euro,million euros",
    "Zauberstäbe,Zauberstäbe,Zauberstäbe"
  })
  void aLabelIsInWords(String unit, String german, String english) {
    assertThat(Units.of(unit).label(Language.DE)).isEqualTo(german);
    assertThat(Units.of(unit).label(Language.EN)).isEqualTo(english);
  }

  @Test
  void aWordThatIsNearlyAUnitIsAskedAbout() {
    assertThat(Stream.of("Przent", "Prozentt").map(Units::hint).map(text -> text.in(Language.DE)))
        .containsOnly("Meinten Sie „Prozent“?");
    assertThat(Units.hint("Zauberstäbe").in(Language.EN))
        .isEqualTo("It is taken for what is counted.");
  }

  @Test
  void theDocumentationHasTheSameList() throws IOException {
    Map<String, String> rows = new LinkedHashMap<>();
    for (UnitLine line : UnitLine.of(Part.UNIT)) {
      boolean counted = line.measure().equals(line.name());
      add(rows, counted ? "things counted, each compared with itself" : line.measure(), line);
    }
    UnitLine.of(Part.SCALE).forEach(line -> add(rows, "scale, before a unit", line));
    UnitLine.of(Part.SUBSTANCE).forEach(line -> add(rows, "substance, after a unit of mass", line));
    UnitLine.of(Part.RATE).forEach(line -> add(rows, "rate, at the end", line));
    String table =
        rows.entrySet().stream()
            .map(row -> "| %s | %s |\n".formatted(row.getKey(), row.getValue()))
            .collect(Collectors.joining("", "| Measures | Units |\n|---|---|\n", "\n"));
    assertThat(Files.readString(Path.of("src/docs/delivering-data.md"))).contains(table);
  }

  private static void add(Map<String, String> rows, String measure, UnitLine line) {
    boolean signed = !line.symbol().isEmpty() && !line.isSign();
    String sign = signed ? " (`%s`)".formatted(line.symbol()) : "";
    rows.merge(measure, "`" + line.name() + "`" + sign, (all, next) -> all + ", " + next);
  }
}

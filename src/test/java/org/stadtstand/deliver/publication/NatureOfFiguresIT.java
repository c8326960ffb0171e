package org.stadtstand.deliver.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtstand.deliver.publication.Report.Outcome;
import org.stadtstand.deliver.reading.DeliveryFolder;

/** A figure's nature agrees with its source, its reporter and its qualifier. */
@ExtendWith(WorkshopExtension.class)
class NatureOfFiguresIT {

  private static final List<String> KINDS =
      List.of(
          "OFFICIAL_PAGE",
          "PRESS_RELEASE",
          "COUNCIL_PAPER",
          "OPEN_DATA",
          "FOI_ANSWER",
          "DEMO",
          "PRESS",
          "STUDY",
          "PARTY",
          "SECONDARY_REWRITE");
  private static final String OBSERVATION =
      "key,target,value,qualifier,nature,observed_on,reporter,source";

  private final City city;

  NatureOfFiguresIT(City city) {
    this.city = city;
  }

  @BeforeEach
  void publish() throws IOException, SQLException {
    city.published(
        city.first()
            .table(
                "source",
                Stream.concat(
                        Stream.of(
                            City.SOURCE_HEADER,
                            "page,OFFICIAL_PAGE,City,Page,2020-05,2020-06-01,OPEN"),
                        KINDS.stream()
                            .map(kind -> source(kind) + "," + kind + ",P,T,2020-05,,QUOTE"))
                    .toArray(String[]::new)));
  }

  private static String source(String kind) {
    return kind.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Report observed(String... rows) throws IOException, SQLException {
    String[] lines = Stream.concat(Stream.of(OBSERVATION), Stream.of(rows)).toArray(String[]::new);
    return city.publish(city.next().table("observation", lines));
  }

  @Test
  void whatTheCityReportedStandsInASourceOfTheCity() throws IOException, SQLException {
    Report report =
        observed(
            KINDS.stream()
                .map(kind -> "o-%1$s,t-1,7,,REPORTED,2025,,%1$s".formatted(source(kind)))
                .toArray(String[]::new));
    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(City.found(report))
        .containsExactly(
            "observation.csv:8 (nature) other-origin",
            "observation.csv:9 (nature) other-origin",
            "observation.csv:10 (nature) other-origin",
            "observation.csv:11 (nature) other-origin");
    assertThat(report.findings().getLast().sentence().de())
        .isEqualTo(
            "„o-secondary-rewrite“ passt nicht zu seiner Quelle „secondary-rewrite“: nature ist"
                + " REPORTED, von der Stadt gemeldet, die Quelle aber keine der Stadt. Was andere"
                + " berichten, ist RELAYED, was sie gemessen haben, MEASURED.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RELAYED", "MEASURED", "DERIVED", "SYNTHETIC"})
  void everyOtherNatureMayRestOnAnySource(String nature) throws IOException, SQLException {
    Report report =
        observed(
            KINDS.stream()
                .map(kind -> "o-%1$s,t-1,7,,%2$s,2025,NRZ,%1$s".formatted(source(kind), nature))
                .toArray(String[]::new));
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void theRuleHoldsForEveryTableWithANature() throws IOException, SQLException {
    assertThat(City.found(city.publish(figures("REPORTED"))))
        .containsExactly(
            "cost_observation.csv:2 (nature) other-origin",
            "service_assessment.csv:2 (nature) other-origin",
            "service_usage.csv:2 (nature) other-origin");
    assertThat(city.published(figures("RELAYED")).findings()).isEmpty();
  }

  private DeliveryFolder figures(String nature) throws IOException {
    return city.next()
        .table("public_service", "key,name_de", "s-1,Ausweis")
        .table(
            "service_usage",
            "key,service,from_on,to_on,channel,count,definition,nature,source",
            "u,s-1,2024-01-01,2024-12-31,ALL,5,Fälle," + nature + ",press")
        .table(
            "service_assessment",
            "key,service,effective_on,assessor,online_application,end_to_end,nature,source",
            "a,s-1,2024,Amt,YES,UNKNOWN," + nature + ",press")
        .table(
            "cost_observation",
            "key,project,phase,amount,currency,nature,effective_on,source",
            "c,p-1,SPENT,5,EUR," + nature + ",2024,press");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NRZ | true
          Rheinische Post | true
          MICUS Strategieberatung | true
          Stadt Sampleton laut NRZ | true
          Berliner Sonntagsblatt nach Mitteilung der Stadt | true
          City of Sampleton according to a paper | true
          Stadt Sampleton | false
          Landeshauptstadt | false
          Hauptamt | false
          Dezernat 3 | false
          Sampleton | false
          Stadtverwaltung im Ausschuss | false
          Department of Works | false
          '' | false
          """)
  void aReporterThatIsNotTheCityIsNamed(String reporter, boolean doubtful)
      throws IOException, SQLException {
    Report report = observed("o-1,t-1,7,,REPORTED,2025," + reporter + ",page");
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(City.found(report))
        .isEqualTo(doubtful ? List.of("observation.csv:2 (reporter) doubtful-origin") : List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "EXACT,ESTIMATED,false",
    "'',ESTIMATED,false",
    "ABOUT,ESTIMATED,true",
    "EXPECTED,ESTIMATED,true",
    "MORE_THAN,ESTIMATED,true",
    "EXPECTED,RELAYED,false",
    "EXPECTED,REPORTED,false",
    "EXPECTED,MEASURED,false",
    "EXPECTED,SYNTHETIC,true",
    "EXACT,MEASURED,true"
  })
  void whatIsExpectedIsAnEstimateAndNotExact(String qualifier, String nature, boolean fits)
      throws IOException, SQLException {
    Report report = observed("o-1,t-1,7,%s,%s,2025,,page".formatted(qualifier, nature));
    assertThat(City.found(report))
        .isEqualTo(fits ? List.of() : List.of("observation.csv:2 estimate-not-exact"));
  }
}

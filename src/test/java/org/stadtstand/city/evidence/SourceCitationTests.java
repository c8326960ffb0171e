package org.stadtstand.city.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Pin;

/** A reference names source, date, address and state, and says so if everything is invented. */
class SourceCitationTests {

  private static final LocalDate STANDS_FOR = LocalDate.of(2026, 1, 31);
  private static final Pin DUESSELDORF = pin("duesseldorf", false);
  private static final Pin MUSTERSTADT = pin("musterstadt", true);
  private static final Text CITY =
      new Text("Landeshauptstadt Düsseldorf", "Düsseldorf, state capital");
  private static final Source REPORT =
      source(SourceKind.PRESS, "https://example.org/a", PartialDate.parse("2024-04"), null);

  @Test
  void namesSourceDateAddressAndState() {
    assertThat(cited(REPORT, DUESSELDORF, Language.DE))
        .isEqualTo(
            "Anzeiger: Was wird aus den Zielen? (Presse, April 2024), https://example.org/a."
                + " Stadtstand, Landeshauptstadt Düsseldorf, Stand 4 vom 31. Januar 2026.");
    assertThat(cited(REPORT, DUESSELDORF, Language.EN))
        .isEqualTo(
            "Anzeiger: Was wird aus den Zielen? (press, April 2024), https://example.org/a."
                + " Stadtstand, Düsseldorf, state capital, release 4 of 31 January 2026.");
  }

  @Test
  void saysWhenThePageWasReadWhereItHasNoDate() {
    Source undated = source(SourceKind.OFFICIAL_PAGE, null, null, PartialDate.parse("2026-01-30"));
    assertThat(cited(undated, DUESSELDORF, Language.DE))
        .contains("Zielen? (amtliche Internetseite, abgerufen am 30. Januar 2026). Stadtstand");
    assertThat(cited(undated, DUESSELDORF, Language.EN))
        .contains("Zielen? (official web page, retrieved on 30 January 2026). Stadtstand");
  }

  @Test
  void doesNotKnowTheDayBetterThanTheRecord() {
    Source undated =
        source(SourceKind.OFFICIAL_PAGE, null, null, PartialDate.parse("../2026-01-31"));
    assertThat(cited(undated, DUESSELDORF, Language.DE))
        .contains(
            "Zielen? (amtliche Internetseite, abgerufen spätestens am 31. Januar 2026)."
                + " Stadtstand");
    assertThat(cited(undated, DUESSELDORF, Language.EN))
        .contains(
            "Zielen? (official web page, retrieved on or before 31 January 2026). Stadtstand");
  }

  @Test
  void saysThatThereIsNoDate() {
    Source undated = source(SourceKind.OFFICIAL_PAGE, null, null, null);
    assertThat(cited(undated, DUESSELDORF, Language.DE))
        .contains("(amtliche Internetseite, ohne Datum)");
    assertThat(cited(undated, DUESSELDORF, Language.EN)).contains("(official web page, undated)");
  }

  @Test
  void severalSourcesAreNamedTheNewestFirst() {
    Source later = source(SourceKind.PRESS, null, PartialDate.parse("2025-12-03"), null);
    Source undated = source(SourceKind.OFFICIAL_PAGE, null, null, null);
    assertThat(
            new SourceCitation(List.of(undated, REPORT, later), DUESSELDORF, CITY, STANDS_FOR)
                .in(Language.DE))
        .isEqualTo(
            "Anzeiger: Was wird aus den Zielen? (Presse, 3. Dezember 2025);"
                + " Anzeiger: Was wird aus den Zielen? (Presse, April 2024), https://example.org/a;"
                + " Anzeiger: Was wird aus den Zielen? (amtliche Internetseite, ohne Datum)."
                + " Stadtstand, Landeshauptstadt Düsseldorf, Stand 4 vom 31. Januar 2026.");
  }

  @ParameterizedTest
  @EnumSource(SourceKind.class)
  void theKindOfSourceStandsBesideIt(SourceKind kind) {
    Source source = source(kind, null, PartialDate.parse("2024-04"), null);
    for (Language language : Language.values()) {
      String beside = "Zielen? (" + kind.phrase().in(language) + ", April 2024)";
      assertThat(cited(source, DUESSELDORF, language).contains(beside))
          .isEqualTo(kind != SourceKind.DEMO);
    }
  }

  @Test
  void whatIsInventedBeginsBySayingSo() {
    Source invented = source(SourceKind.DEMO, null, null, null);
    assertThat(cited(invented, DUESSELDORF, Language.DE)).startsWith("ERFUNDENE DEMODATEN – ");
    assertThat(cited(invented, DUESSELDORF, Language.EN)).startsWith("INVENTED DEMO DATA – ");
    assertThat(cited(REPORT, MUSTERSTADT, Language.DE)).startsWith("ERFUNDENE DEMODATEN – ");
  }

  private static String cited(Source source, Pin pin, Language language) {
    return new SourceCitation(List.of(source), pin, CITY, STANDS_FOR).in(language);
  }

  private static Pin pin(String key, boolean demo) {
    return new Pin(
        new MunicipalityRef(1, key, "05111000", "051110000000", demo), 7, 4, STANDS_FOR, false);
  }

  private static Source source(
      SourceKind kind,
      @Nullable String url,
      @Nullable PartialDate publishedOn,
      @Nullable PartialDate retrievedOn) {
    return new Source(
        2,
        "anzeiger",
        DUESSELDORF,
        kind,
        "Anzeiger",
        "Was wird aus den Zielen?",
        url,
        publishedOn,
        retrievedOn,
        null,
        Reuse.FACTS_ONLY,
        null);
  }
}

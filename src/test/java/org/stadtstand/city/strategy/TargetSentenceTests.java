package org.stadtstand.city.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stadtstand.city.evidence.Nature;
import org.stadtstand.city.evidence.Origin;
import org.stadtstand.city.evidence.Qualifier;
import org.stadtstand.city.evidence.SourceKind;
import org.stadtstand.city.strategy.TargetState.Statement;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.text.Text;
import org.stadtstand.ground.unit.Unit;
import org.stadtstand.ground.unit.Units;

/** The sentences word for word; the target is 50 percent by the end of 2025. */
class TargetSentenceTests {

  private Text wording = new Text("Die Hälfte ist fertig.", "Half of it is ready.");
  private TargetKind kind = TargetKind.NUMERIC;
  private @Nullable BigDecimal targetValue = new BigDecimal(50);
  private @Nullable Unit unit = Units.of("Prozent");
  private @Nullable Direction direction = Direction.AT_LEAST;
  private @Nullable String due = "2025";
  private @Nullable SeenValue basis;
  private @Nullable SeenValue latest;
  private @Nullable Statement statement;
  private @Nullable String ended;
  private TargetSentence.Withheld withheld = TargetSentence.Withheld.NOTHING;

  private static SeenValue seen(String value, String day) {
    return seen(value, day, Qualifier.EXACT, Nature.REPORTED);
  }

  private static SeenValue seen(String value, String day, Qualifier qualifier, Nature nature) {
    Origin origin = new Origin(nature, "gigabit.nrw", SourceKind.OFFICIAL_PAGE);
    return new SeenValue(
        new BigDecimal(value), qualifier, Units.of("Prozent"), origin, PartialDate.parse(day));
  }

  private String german(@Nullable TargetOutcome outcome) {
    return sentence(outcome, Language.DE);
  }

  private String english(@Nullable TargetOutcome outcome) {
    return sentence(outcome, Language.EN);
  }

  /** The sentence without the name of its target, which is the same in all. */
  private String sentence(@Nullable TargetOutcome outcome, Language language) {
    String whole = whole(outcome, language);
    String name = language.pick(" „Die Hälfte ist fertig“", " “Half of it is ready” (translated)");
    assertThat(whole).contains(name);
    return whole.replace(name, "");
  }

  private String whole(@Nullable TargetOutcome outcome, Language language) {
    TargetState state =
        new TargetState(
            outcome,
            null,
            basis,
            null,
            null,
            null,
            latest,
            statement,
            ended == null ? null : date(ended),
            LocalDate.of(2026, 1, 31));
    return new TargetSentence(
            wording,
            kind,
            targetValue,
            unit,
            direction,
            due == null ? null : date(due),
            state,
            withheld)
        .in(language);
  }

  private static PartialDate date(String text) {
    return PartialDate.parse(text);
  }

  @Test
  void aTargetMissedOnItsLastValueSaysHowTheValueCameAbout() {
    basis = seen("34", "2025-12-03", Qualifier.EXACT, Nature.ESTIMATED);

    assertThat(german(TargetOutcome.MISSED_ON_LAST_VALUE))
        .isEqualTo(
            "Ziel für Ende 2025 nach letztem Wert verfehlt: 34 Prozent statt 50 Prozent (Stand 3."
                + " Dezember 2025; geschätzt, nicht gemessen; laut gigabit.nrw; Quelle: amtliche"
                + " Internetseite).");
    assertThat(english(TargetOutcome.MISSED_ON_LAST_VALUE))
        .isEqualTo(
            "Target for the end of 2025 missed by last value: 34 per cent instead of 50 per cent"
                + " (as of 3 December 2025; estimated, not measured; according to gigabit.nrw;"
                + " source: official web page).");
  }

  @Test
  void aLaterValueIsNotPassedOver() {
    basis = seen("26.9", "2025-06-30");
    latest = seen("61", "2026-03", Qualifier.ABOUT, Nature.ESTIMATED);
    assertThat(german(TargetOutcome.MISSED_ON_LAST_VALUE))
        .contains("verfehlt: 26,9 Prozent statt 50 Prozent (Stand 30. Juni 2025; ")
        .contains("); späterer Wert: etwa 61 Prozent (Stand März 2026; geschätzt, nicht gemessen;");
    assertThat(english(TargetOutcome.MISSED_ON_LAST_VALUE))
        .contains("); later value: about 61 per cent (as of March 2026; estimated, not measured;");
    latest = basis;
    assertThat(german(TargetOutcome.MISSED_ON_LAST_VALUE)).doesNotContain("späterer Wert");
  }

  @Test
  void amountsAreSaidAsOneSaysThem() {
    unit = Units.of("kt CO2");
    targetValue = new BigDecimal(1500);
    direction = Direction.AT_MOST;
    basis =
        new SeenValue(
            new BigDecimal("1.6"),
            Qualifier.EXACT,
            Units.of("Mio. t CO2"),
            new Origin(Nature.MEASURED, null, SourceKind.STUDY),
            PartialDate.parse("2025"));
    assertThat(german(TargetOutcome.MISSED))
        .contains(
            "verfehlt: 1,6\u00A0Mio.\u00A0t\u00A0CO₂ statt höchstens 1500\u00A0kt\u00A0CO₂ (");
    assertThat(english(TargetOutcome.MISSED))
        .contains("1.6\u00A0million\u00A0t\u00A0CO₂ instead of at most 1500\u00A0kt\u00A0CO₂ (");
    unit = Units.of("Tag");
    targetValue = BigDecimal.ONE;
    basis = null;
    assertThat(german(TargetOutcome.NOT_DUE)).contains("Zielwert höchstens 1 Tag,");
    assertThat(english(TargetOutcome.NOT_DUE)).contains("target value at most 1 day,");
  }

  @Test
  void aSentenceNamesItsTargetAndSaysWhatIsTranslated() {
    assertThat(whole(TargetOutcome.DUE_UNREPORTED, Language.DE))
        .startsWith("Ziel „Die Hälfte ist fertig“ für Ende 2025 fällig");
    assertThat(whole(TargetOutcome.DUE_UNREPORTED, Language.EN))
        .startsWith("Target “Half of it is ready” (translated) for the end of 2025 due");
    wording = new Text("Alles „digital“", null);
    assertThat(whole(TargetOutcome.DUE_UNREPORTED, Language.DE))
        .startsWith("Ziel „Alles ‚digital‘“ für Ende 2025 fällig");
    assertThat(whole(TargetOutcome.DUE_UNREPORTED, Language.EN))
        .startsWith("Target “Alles ‘digital’” for the end of 2025 due");
  }

  @Test
  void aMissedTargetNamesBothValues() {
    basis = seen("26.9", "2025-Q4");

    assertThat(german(TargetOutcome.MISSED))
        .isEqualTo(
            "Ziel für Ende 2025 verfehlt: 26,9 Prozent statt 50 Prozent (Stand 4. Quartal 2025; von"
                + " der Stadt gemeldet, nicht gemessen; laut gigabit.nrw; Quelle: amtliche"
                + " Internetseite).");
    assertThat(english(TargetOutcome.MISSED))
        .isEqualTo(
            "Target for the end of 2025 missed: 26.9 per cent instead of 50 per cent (as of Q4"
                + " 2025; reported by the city, not measured; according to gigabit.nrw; source:"
                + " official web page).");
  }

  @Test
  void aReachedTargetNamesItsValueAndTheTargetValue() {
    basis = seen("52", "2025-07", Qualifier.ABOUT, Nature.MEASURED);

    assertThat(german(TargetOutcome.REACHED))
        .isEqualTo(
            "Ziel für Ende 2025 erreicht: etwa 52 Prozent, Zielwert 50 Prozent (Stand Juli 2025;"
                + " gemessen; laut gigabit.nrw; Quelle: amtliche Internetseite).");
    assertThat(english(TargetOutcome.REACHED_LATE))
        .isEqualTo(
            "Target for the end of 2025 reached late: about 52 per cent, target value 50 per cent"
                + " (as of July 2025; measured; according to gigabit.nrw; source: official web"
                + " page).");
    assertThat(german(TargetOutcome.REACHED_LATE)).contains(" verspätet erreicht: ");
  }

  @Test
  void aRewriteIsNamedBesideItsFigure() {
    Origin origin = new Origin(Nature.RELAYED, "Blatt nach Zeitung", SourceKind.SECONDARY_REWRITE);
    basis = new SeenValue(new BigDecimal(20), Qualifier.EXACT, null, origin, date("2024-04"));
    unit = null;

    assertThat(german(TargetOutcome.MISSED_ON_LAST_VALUE))
        .endsWith(
            ": 20 statt 50 (Stand April 2024; von Dritten berichtet, nicht gemessen;"
                + " laut Blatt nach Zeitung; Quelle: Nacherzählung einer anderen Quelle).");
    assertThat(english(TargetOutcome.MISSED_ON_LAST_VALUE))
        .endsWith(
            ": 20 instead of 50 (as of April 2024; reported by others, not measured; according to"
                + " Blatt nach Zeitung; source: rewrite of another source).");
  }

  @Test
  void anExpectationIsSaidToBeOne() {
    basis = seen("34", "2025-12", Qualifier.EXPECTED, Nature.ESTIMATED);

    assertThat(german(TargetOutcome.MISSED)).contains(": voraussichtlich 34 Prozent statt 50 ");
    assertThat(english(TargetOutcome.MISSED)).contains(": expected 34 per cent instead of 50 ");
  }

  @Test
  void anEstimateIsNoProof() {
    basis = seen("51", "2025-06-01", Qualifier.EXACT, Nature.ESTIMATED);

    assertThat(german(TargetOutcome.REACHED_UNVERIFIED))
        .isEqualTo(
            "Ziel für Ende 2025 nach einer Schätzung erreicht: 51 Prozent, Zielwert 50 Prozent"
                + " (Stand 1. Juni 2025; geschätzt, nicht gemessen; laut gigabit.nrw; Quelle:"
                + " amtliche Internetseite).");
    assertThat(english(TargetOutcome.REACHED_UNVERIFIED)).contains(" reached by an estimate: ");
  }

  @Test
  void aClaimIsNoProofAndTheLastValueStandsBesideIt() {
    statement = new Statement("Stadt Beispiel", date("2025-11-01"), SourceKind.PRESS_RELEASE);

    assertThat(german(TargetOutcome.REACHED_UNVERIFIED))
        .isEqualTo(
            "Ziel für Ende 2025 laut Stadt Beispiel erreicht, aber nicht durch einen Messwert"
                + " belegt (gesagt am 1. November 2025; Quelle: Pressemitteilung).");

    latest = seen("34", "2025-03");
    assertThat(german(TargetOutcome.REACHED_UNVERIFIED))
        .endsWith(
            " (gesagt am 1. November 2025; Quelle: Pressemitteilung; letzter Wert: 34 Prozent,"
                + " Zielwert 50 Prozent, Stand März 2025; von der Stadt gemeldet, nicht gemessen;"
                + " laut gigabit.nrw; Quelle: amtliche Internetseite).");
    assertThat(english(TargetOutcome.REACHED_UNVERIFIED))
        .isEqualTo(
            "Target for the end of 2025 reached according to Stadt Beispiel, but not proven by a"
                + " measured value (said on 1 November 2025; source: press release; last value: 34"
                + " per cent, target value 50 per cent, as of March 2025; reported by the city, not"
                + " measured; according to gigabit.nrw; source: official web page).");
  }

  @Test
  void whatIsNotDueSaysHowFarItIs() {
    assertThat(german(TargetOutcome.NOT_DUE))
        .isEqualTo(
            "Ziel für Ende 2025 noch nicht fällig: Zielwert 50 Prozent, bis zum Stand dieser"
                + " Sammlung (31. Januar 2026) kein Wert bekannt.");

    latest = seen("34", "2025");
    assertThat(german(TargetOutcome.NOT_DUE))
        .isEqualTo(
            "Ziel für Ende 2025 noch nicht fällig: 34 Prozent, Zielwert 50 Prozent (Stand 2025; von"
                + " der Stadt gemeldet, nicht gemessen; laut gigabit.nrw; Quelle: amtliche"
                + " Internetseite).");
    due = null;
    assertThat(german(TargetOutcome.NOT_DUE)).startsWith("Ziel ohne Frist noch offen: 34 Prozent");
    assertThat(english(TargetOutcome.NOT_DUE)).startsWith("Target without a deadline still open: ");
  }

  @Test
  void whatIsDueAndUnreportedSaysSo() {
    assertThat(german(TargetOutcome.DUE_UNREPORTED))
        .isEqualTo(
            "Ziel für Ende 2025 fällig, aber bis zum Stand dieser Sammlung (31. Januar 2026)"
                + " nichts gemeldet: Zielwert 50 Prozent.");

    latest =
        new SeenValue(
            new BigDecimal(100_000),
            Qualifier.MORE_THAN,
            Units.of("Haushalte"),
            new Origin(Nature.DERIVED, null, SourceKind.STUDY),
            date("2025-06-01"));
    assertThat(german(TargetOutcome.DUE_UNREPORTED))
        .isEqualTo(
            "Ziel für Ende 2025 fällig, aber bis zum Stand dieser Sammlung (31. Januar 2026)"
                + " kein Wert gemeldet, der sich vergleichen lässt"
                + " (letzter Wert: mehr als 100.000 Haushalte, Zielwert 50 Prozent,"
                + " Stand 1. Juni 2025; berechnet, nicht gemessen; Quelle: Studie).");
    assertThat(english(TargetOutcome.DUE_UNREPORTED)).contains("more than 100,000 households");
  }

  @Test
  void whatWasGivenUpSaysWhen() {
    ended = "2024-10-10";
    assertThat(german(TargetOutcome.ABANDONED))
        .isEqualTo("Ziel für Ende 2025 am 10. Oktober 2024 aufgegeben.");
    assertThat(english(TargetOutcome.ABANDONED))
        .isEqualTo("Target for the end of 2025 abandoned on 10 October 2024.");

    ended = "2024-Q2";
    latest = seen("34", "2024");
    assertThat(german(TargetOutcome.SUPERSEDED))
        .isEqualTo(
            "Ziel für Ende 2025 im 2. Quartal 2024 durch ein anderes Ziel ersetzt (letzter Wert: 34"
                + " Prozent, Zielwert 50 Prozent, Stand 2024; von der Stadt gemeldet, nicht"
                + " gemessen; laut gigabit.nrw; Quelle: amtliche Internetseite).");
    assertThat(english(TargetOutcome.SUPERSEDED)).contains("replaced by another target in Q2 2024");
    ended = "2024";
    assertThat(german(TargetOutcome.ABANDONED)).contains(" im Jahr 2024 aufgegeben ");
  }

  @Test
  void whatCannotBeMeasuredSaysWhy() {
    targetValue = null;
    unit = null;
    kind = TargetKind.ALL_OF;
    assertThat(german(TargetOutcome.NOT_MEASURABLE))
        .isEqualTo("Ziel für Ende 2025 nicht messbar, weil kein Zielwert genannt ist.");
    kind = TargetKind.QUALITATIVE;
    assertThat(german(TargetOutcome.NOT_MEASURABLE))
        .isEqualTo("Ziel für Ende 2025 nicht messbar, weil es nur in Worten beschrieben ist.");
    assertThat(english(TargetOutcome.NOT_MEASURABLE))
        .isEqualTo(
            "Target for the end of 2025 not measurable, because it is only described in words.");
  }

  /** The city named them: it must not look as if it had not. */
  @Test
  void whatTheLawWithholdsIsNotSaidToBeMissing() {
    targetValue = null;
    due = null;
    withheld = TargetSentence.Withheld.of(List.of("due_on", "target_value"), List.of());
    assertThat(german(TargetOutcome.NOT_MEASURABLE))
        .isEqualTo(
            "Ziel mit gesetzlich zurückgehaltener Frist nicht messbar, weil der Zielwert gesetzlich"
                + " zurückgehalten ist.");
    assertThat(english(TargetOutcome.NOT_MEASURABLE))
        .isEqualTo(
            "Target with a deadline withheld by law not measurable, because the target value is"
                + " withheld by law.");
    due = "2025";
    withheld = TargetSentence.Withheld.of(List.of("unit"), List.of("note"));
    assertThat(german(TargetOutcome.NOT_MEASURABLE))
        .isEqualTo("Ziel für Ende 2025 nicht messbar, weil kein Zielwert genannt ist.");
    targetValue = new BigDecimal(50);
    withheld = TargetSentence.Withheld.of(List.of(), List.of("value"));
    assertThat(german(TargetOutcome.DUE_UNREPORTED))
        .isEqualTo(
            "Ziel für Ende 2025 fällig, aber der letzte Wert ist gesetzlich zurückgehalten:"
                + " Zielwert 50 Prozent.");
    assertThat(english(TargetOutcome.NOT_DUE))
        .isEqualTo(
            "Target for the end of 2025 not due yet: target value 50 per cent, the last value is"
                + " withheld by law.");
  }

  @Test
  void theDirectionStandsBesideTheTargetValue() {
    unit = null;
    direction = Direction.AT_MOST;
    basis = seen("12", "2025-12-31");
    assertThat(german(TargetOutcome.MISSED)).contains("12 Prozent statt höchstens 50 (Stand ");
    direction = Direction.EQUALS;
    assertThat(english(TargetOutcome.MISSED)).contains("12 per cent instead of exactly 50 (as of ");
    direction = null;
    assertThat(german(TargetOutcome.MISSED)).contains("12 Prozent statt 50 (Stand ");
  }

  @Test
  void yesAndNoAreSaidInWords() {
    kind = TargetKind.BOOLEAN;
    direction = Direction.EQUALS;
    unit = null;
    targetValue = BigDecimal.ONE;
    basis =
        new SeenValue(
            BigDecimal.ZERO,
            Qualifier.EXACT,
            null,
            new Origin(Nature.SYNTHETIC, "Amt", SourceKind.DEMO),
            date("2024-06-30"));
    due = "2024-Q2";

    assertThat(german(TargetOutcome.MISSED))
        .isEqualTo(
            "Ziel für Ende des 2. Quartals 2024 verfehlt: nein statt ja"
                + " (Stand 30. Juni 2024; Demodaten, frei erfunden).");
    assertThat(english(TargetOutcome.MISSED))
        .isEqualTo(
            "Target for the end of Q2 2024 missed: no instead of yes"
                + " (as of 30 June 2024; demo data, invented).");
  }

  @Test
  void theDueDateIsAsExactAsItIsKnown() {
    due = "2025-12-31";
    assertThat(german(TargetOutcome.DUE_UNREPORTED))
        .startsWith("Ziel für den 31. Dezember 2025 fällig");
    assertThat(english(TargetOutcome.DUE_UNREPORTED)).startsWith("Target for 31 December 2025 due");
    due = "2025-06";
    assertThat(german(TargetOutcome.DUE_UNREPORTED)).startsWith("Ziel für Ende Juni 2025 fällig");
    assertThat(english(TargetOutcome.DUE_UNREPORTED)).startsWith("Target for the end of June 2025");
  }

  @Test
  void everyOutcomeIsASentenceWhateverIsMissing() {
    List<@Nullable TargetOutcome> outcomes = new ArrayList<>(List.of(TargetOutcome.values()));
    outcomes.add(null);
    List<SeenValue> values =
        Arrays.stream(Qualifier.values())
            .flatMap(
                qualifier ->
                    Arrays.stream(Nature.values())
                        .map(nature -> seen("1234.50", "2025-07-31", qualifier, nature)))
            .toList();
    for (TargetOutcome outcome : outcomes) {
      for (int missing = 0; missing < 64; missing++) {
        targetValue = (missing & 1) == 0 ? null : new BigDecimal(50);
        unit = (missing & 2) == 0 ? null : Units.of("Prozent");
        due = (missing & 4) == 0 ? null : "2025";
        ended = (missing & 8) == 0 ? null : "2025-05";
        statement =
            (missing & 16) == 0 ? null : new Statement("Stadt", date("2025"), SourceKind.DEMO);
        boolean known = (missing & 32) != 0;
        for (SeenValue value : known ? values : values.subList(0, 1)) {
          basis = known ? value : null;
          latest = known ? value : null;
          isWhole(german(outcome), "Ziel ");
          isWhole(english(outcome), "Target ");
        }
      }
    }
  }

  private static void isWhole(String sentence, String beginning) {
    assertThat(sentence)
        .startsWith(beginning)
        .endsWith(".")
        .doesNotContain("null", "  ", "( ", " ,");
    assertThat(Stream.of(sentence.split("\\(", -1)).count())
        .isEqualTo(Stream.of(sentence.split("\\)", -1)).count());
  }
}

package org.stadtstand.ground.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers are not rounded, and dates are no more exact than they are known. */
class FiguresTests {

  @ParameterizedTest
  @CsvSource({
    "1,1 Tag,1 day",
    "-1,-1 Tag,-1 day",
    "0,0 Tage,0 days",
    "20000,20.000 Tage,'20,000 days'"
  })
  void aNounHasTheFormThatItsNumberWants(int count, String german, String english) {
    Noun days = Noun.of("Tag", "Tage", "day", "days");
    assertThat(days.counted(count, Language.DE)).isEqualTo(german);
    assertThat(days.counted(count, Language.EN)).isEqualTo(english);
  }

  @Test
  void germanSaysDayMonthQuarterAndYear() {
    assertThat(said("2025-07-07", Language.DE)).isEqualTo("7. Juli 2025");
    assertThat(said("2025-03", Language.DE)).isEqualTo("März 2025");
    assertThat(said("2025-Q3", Language.DE)).isEqualTo("3. Quartal 2025");
    assertThat(said("2025", Language.DE)).isEqualTo("2025");
  }

  @Test
  void englishSaysDayMonthQuarterAndYear() {
    assertThat(said("2025-07-07", Language.EN)).isEqualTo("7 July 2025");
    assertThat(said("2025-03", Language.EN)).isEqualTo("March 2025");
    assertThat(said("2025-Q3", Language.EN)).isEqualTo("Q3 2025");
    assertThat(said("2025", Language.EN)).isEqualTo("2025");
  }

  @Test
  void aTableHasDaysInFigures() {
    assertThat(inTable("2025-12-03", Language.DE)).isEqualTo("03.12.2025");
    assertThat(inTable("2025-12-03", Language.EN)).isEqualTo("3 Dec 2025");
    assertThat(inTable("2025-Q4", Language.DE)).isEqualTo("4. Quartal 2025");
    assertThat(inTable("../2026-01-31", Language.DE)).isEqualTo("spätestens 31.01.2026");
    assertThat(inTable("../2026-01-31", Language.EN)).isEqualTo("31 Jan 2026 at the latest");
  }

  @ParameterizedTest
  @CsvSource({
    "2025-21, Frühjahr 2025, spring 2025",
    "2025-22, Sommer 2025, summer 2025",
    "2025-23, Herbst 2025, autumn 2025",
    "2025-24, Winter 2025/26, winter 2025/26",
    "../2026-01-31, spätestens 31. Januar 2026, 31 January 2026 at the latest",
    "2020/2021-06, zwischen dem 1. Januar 2020 und dem 30. Juni 2021, between 1 January 2020 and 30"
        + " June 2021"
  })
  void aDateIsSaidAsExactlyAsItIsKnown(String date, String german, String english) {
    assertThat(said(date, Language.DE)).isEqualTo(german);
    assertThat(said(date, Language.EN)).isEqualTo(english);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-12-03, ab 3. Dezember 2025, from 3 December 2025",
    "2025-23, ab Herbst 2025, from autumn 2025",
    "../2026-01-31, spätestens ab dem 31. Januar 2026, from no later than 31 January 2026"
  })
  void whatBeganIsSoFromThenOn(String date, String german, String english) {
    PartialDate known = PartialDate.parse(date);
    assertThat(new Figures(Language.DE).starting(known)).isEqualTo(german);
    assertThat(new Figures(Language.EN).starting(known)).isEqualTo(english);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-12-03, vom 3. Dezember 2025, auf den 3. Dezember 2025, from 3 December 2025",
    "2024-04, von April 2024, auf April 2024, from April 2024",
    "2025-Q4, vom 4. Quartal 2025, auf das 4. Quartal 2025, from Q4 2025",
    "2025-21, vom Frühjahr 2025, auf das Frühjahr 2025, from spring 2025",
    "2025-23, vom Herbst 2025, auf den Herbst 2025, from autumn 2025",
    "2024, von 2024, auf 2024, from 2024",
    "../2026-01-31, von spätestens 31. Januar 2026, auf spätestens 31. Januar 2026, from 31 January"
        + " 2026 at the latest"
  })
  void whatIsMovedIsMovedFromOneDateToAnother(String date, String from, String to, String english) {
    PartialDate known = PartialDate.parse(date);
    assertThat(new Figures(Language.DE).movedFrom(known)).isEqualTo(from);
    assertThat(new Figures(Language.DE).movedTo(known)).isEqualTo(to);
    assertThat(new Figures(Language.EN).movedFrom(known)).isEqualTo(english);
    assertThat(new Figures(Language.EN).movedTo(known)).isEqualTo("to" + english.substring(4));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-12-03, am 3. Dezember 2025, on 3 December 2025",
    "2024-04, im April 2024, in April 2024",
    "2025-23, im Herbst 2025, in autumn 2025",
    "2024, im Jahr 2024, in 2024",
    "../2026-01-31, spätestens am 31. Januar 2026, on or before 31 January 2026"
  })
  void saysWhen(String date, String german, String english) {
    assertThat(new Figures(Language.DE).when(PartialDate.parse(date))).isEqualTo(german);
    assertThat(new Figures(Language.EN).when(PartialDate.parse(date))).isEqualTo(english);
  }

  @Test
  void daysAreCountedFromWhatIsKnown() {
    assertThat(new Figures(Language.DE).daysSince(PartialDate.parse("2024-12-31"), 1))
        .isEqualTo("1 Tag");
    assertThat(new Figures(Language.DE).daysSince(PartialDate.parse("2024"), 697))
        .isEqualTo("mindestens 697 Tage");
    assertThat(between("2024-12-31", "2025-01-01", 1)).isEqualTo("1 Tag");
    assertThat(between("2025-01-01", "2024-12-31", -1)).isEqualTo("-1 Tag");
    assertThat(between("2024-12-31", "2025", 365)).isEqualTo("etwa 365 Tage");
    assertThat(between("2024", "2025-12-31", 365)).isEqualTo("etwa 365 Tage");
    assertThat(new Figures(Language.EN).daysSince(PartialDate.parse("../2024-12-31"), 697))
        .isEqualTo("at least 697 days");
  }

  @Test
  void numbersAreNeverRounded() {
    BigDecimal exact = new BigDecimal("12345678901234567890.123456789012");
    assertThat(new Figures(Language.DE).number(exact))
        .isEqualTo("12.345.678.901.234.567.890,123456789012");
    assertThat(new Figures(Language.EN).number(exact))
        .isEqualTo("12,345,678,901,234,567,890.123456789012");
  }

  @ParameterizedTest
  @CsvSource({"2025,2025", "-9999,-9999", "10000,10.000", "4294967296,4.294.967.296"})
  void thousandsAreSetApartFromFiveDigitsOn(BigDecimal number, String written) {
    assertThat(new Figures(Language.DE).number(number)).isEqualTo(written);
  }

  private static String inTable(String date, Language language) {
    return new Figures(language).inTable(PartialDate.parse(date));
  }

  private static String said(String date, Language language) {
    return new Figures(language).inSentence(PartialDate.parse(date));
  }

  private static String between(String from, String to, int days) {
    return new Figures(Language.DE)
        .daysBetween(PartialDate.parse(from), PartialDate.parse(to), days);
  }
}

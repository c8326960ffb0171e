package org.stadtstand.ground.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers are not rounded, and dates are no more exact than they are known. */
class FiguresTests {

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
    LocalDate day = LocalDate.of(2025, 12, 3);
    assertThat(new Figures(Language.DE).inTable(day, Precision.DAY)).isEqualTo("03.12.2025");
    assertThat(new Figures(Language.EN).inTable(day, Precision.DAY)).isEqualTo("3 Dec 2025");
    assertThat(new Figures(Language.DE).inTable(day, Precision.QUARTER))
        .isEqualTo("4. Quartal 2025");
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

  private static String said(String date, Language language) {
    return new Figures(language).inSentence(PartialDate.parse(date));
  }
}

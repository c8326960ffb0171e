package org.stadtstand.ground.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A date is never said more exactly than it is known. */
class DateInWordsTests {

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

  private static String said(String date, Language language) {
    return DateInWords.of(PartialDate.parse(date), language);
  }
}

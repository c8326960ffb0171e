package org.stadtstand.ground.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A date may leave out its day or month, and is read back as it was written. */
class PartialDateTests {

  @ParameterizedTest
  @CsvSource({
    "2025, 2025-01-01, 2025-12-31, YEAR",
    "2025-Q3, 2025-07-01, 2025-09-30, QUARTER",
    "2025-02, 2025-02-01, 2025-02-28, MONTH",
    "2024-02, 2024-02-01, 2024-02-29, MONTH",
    "2025-07-31, 2025-07-31, 2025-07-31, DAY",
    "2025-21, 2025-03-01, 2025-05-31, SEASON",
    "2025-23, 2025-09-01, 2025-11-30, SEASON",
    "2023-24, 2023-12-01, 2024-02-29, SEASON",
    "../2025-06, 0001-01-01, 2025-06-30, NOT_LATER_THAN",
    "2020/2021-06, 2020-01-01, 2021-06-30, BETWEEN",
    "2025-02/2025-04, 2025-02-01, 2025-04-30, BETWEEN",
    "2025-01/2025-03, 2025-01-01, 2025-03-31, QUARTER"
  })
  void knowsItsDaysAndPrecision(
      String text, LocalDate earliest, LocalDate latest, Precision precision) {
    PartialDate date = PartialDate.parse(text);
    assertThat(date).isEqualTo(new PartialDate(earliest, latest));
    assertThat(date.precision()).isEqualTo(precision);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "25",
        "2025-13",
        "2025-00",
        "2025-Q5",
        "2025-02-30",
        "31.12.2025",
        "2025-7",
        "0000",
        "+10000-01-01",
        "2025-20",
        "2025-25",
        "..",
        "../",
        "../2025-02-30",
        "2025/",
        "2025/..",
        "2025/2024",
        "9999-24",
        "2025/2026/2027",
        "2025-07-31?"
      })
  void refusesWhatIsNoDate(String text) {
    assertThatThrownBy(() -> PartialDate.parse(text)).isInstanceOf(DateTimeException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../2025-07", "2024/2025-", "2025-02-30", "2025-07", "2025/07/31"})
  void aDayIsNothingElse(String text) {
    assertThatThrownBy(() -> PartialDate.parseDay(text)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void refusesToEndBeforeItBegins() {
    LocalDate day = LocalDate.of(2025, 1, 1);
    assertThatThrownBy(() -> new PartialDate(day, day.minusDays(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void readsBackWhatItWrites(@ForAll("texts") String text) {
    assertThat(PartialDate.parse(text)).hasToString(text);
  }

  @Property
  void readsAnyTwoDaysBack(@ForAll("days") LocalDate one, @ForAll("days") LocalDate other) {
    PartialDate date =
        one.isBefore(other) ? new PartialDate(one, other) : new PartialDate(other, one);
    assertThat(PartialDate.parse(date.toString())).isEqualTo(date);
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.longs().between(0, 40_000).map(LocalDate::ofEpochDay);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<LocalDate> days = days();
    return Arbitraries.oneOf(
        days.map(LocalDate::toString),
        days.map(day -> "../" + day),
        days.map(day -> day.getYear() + "-2" + (day.getMonthValue() % 4 + 1)),
        days.map(day -> day.toString().substring(0, 7)),
        days.map(day -> day.getYear() + "-Q" + ((day.getMonthValue() + 2) / 3)),
        days.map(day -> String.valueOf(day.getYear())));
  }
}

package org.stadtstand.graph.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stadtstand.ground.fault.ApiError;

/** A range of days is divided into the points of a time series. */
class IntervalTests {

  private static List<String> days(Interval every, String from, String to) {
    return every.days(LocalDate.parse(from), LocalDate.parse(to)).stream()
        .map(LocalDate::toString)
        .toList();
  }

  @Test
  void firstDayThenEndsThenLastDay() {
    assertThat(days(Interval.MONTH, "2024-01-15", "2024-04-10"))
        .containsExactly("2024-01-15", "2024-01-31", "2024-02-29", "2024-03-31", "2024-04-10");
    assertThat(days(Interval.QUARTER, "2023-11-01", "2024-06-30"))
        .containsExactly("2023-11-01", "2023-12-31", "2024-03-31", "2024-06-30");
    assertThat(days(Interval.YEAR, "2021-12-31", "2024-01-01"))
        .containsExactly("2021-12-31", "2022-12-31", "2023-12-31", "2024-01-01");
  }

  @Test
  void oneDayIsOnePoint() {
    assertThat(days(Interval.MONTH, "2024-01-31", "2024-01-31")).containsExactly("2024-01-31");
    assertThat(days(Interval.YEAR, "2024-01-30", "2024-01-31"))
        .containsExactly("2024-01-30", "2024-01-31");
  }

  @Test
  void tooManyPointsAreRefused() {
    assertThat(days(Interval.MONTH, "1993-01-01", "2026-01-01")).hasSizeLessThanOrEqualTo(400);
    assertThatExceptionOfType(ApiError.class)
        .isThrownBy(() -> days(Interval.MONTH, "0001-01-01", "9999-12-31"))
        .withMessageContaining("400");
  }
}

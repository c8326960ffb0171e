package org.stadtstand.graph.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Pin;

/** The days of a series are known before it is read. */
class SeriesDaysTests {

  private static Pin pin(int place, int number) {
    return new Pin(
        new MunicipalityRef(place, "city-" + place, "0511100" + place, "051110000000", false),
        number,
        number,
        LocalDate.parse("2025-06-30"),
        true);
  }

  private static long most(List<Pin> pins, String every, String from) {
    return SeriesDays.most(Map.of("from", LocalDate.parse(from), "every", every), pins);
  }

  @Test
  void endOnTheDayOfTheListIfNotSaidOtherwise() {
    assertThat(most(List.of(pin(1, 3)), "MONTH", "2025-01-31")).isBetween(6L, 8L);
    assertThat(most(List.of(pin(1, 3), pin(2, 9)), "RELEASE", "2025-01-31")).isEqualTo(9);
  }

  @Test
  void areNoneIfTheyAreRefused() {
    Map<String, Object> backwards =
        Map.of(
            "from", LocalDate.parse("2025-01-31"),
            "to", LocalDate.parse("2024-01-31"),
            "every", "YEAR");
    assertThat(SeriesDays.most(backwards, List.of(pin(1, 3)))).isZero();
  }

  @Test
  void areThoseOfReleasesOfOneMunicipalityOnly() {
    assertThat(SeriesDays.only(List.of(pin(1, 3)))).isEqualTo(pin(1, 3));
    assertThatExceptionOfType(ApiError.class)
        .isThrownBy(() -> SeriesDays.only(List.of(pin(1, 3), pin(2, 9))));
  }
}

package org.stadtstand.serve.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.stadtstand.ground.text.Language;

/** Axes of days. */
class TimeAxisTests {

  private static List<Mark> drawn(LocalDate first, LocalDate last) {
    Canvas canvas = new Canvas();
    TimeAxis.of(first, last, 40, 300).draw(canvas, 100, Language.DE);
    return canvas.marks();
  }

  private static List<String> names(LocalDate first, LocalDate last) {
    return drawn(first, last).stream()
        .filter(Mark.Words.class::isInstance)
        .map(mark -> ((Mark.Words) mark).text())
        .toList();
  }

  /** Within the years of four digits, which are all that a date can have. */
  @Property(tries = 300)
  void holdsItsDaysAndNamesThemWithoutCrossing(
      @ForAll @IntRange(min = 1, max = 3_642_000) int first,
      @ForAll @IntRange(max = 9_000) int length) {
    LocalDate from = LocalDate.ofEpochDay(first - 719_000L);
    TimeAxis axis = TimeAxis.of(from, from.plusDays(length), 40, 300);
    assertThat(axis.at(from)).isBetween(40.0, 300.0);
    assertThat(axis.at(from.plusDays(length))).isBetween(axis.at(from), 300.0);
    List<Frame> texts = Shown.texts(drawn(from, from.plusDays(length)));
    for (int i = 1; i < texts.size(); i++) {
      assertThat(texts.get(i).meets(texts.get(i - 1))).isFalse();
    }
  }

  @Test
  void yearsStandBelowTheirDaysAndFewDaysHaveMonths() {
    assertThat(names(LocalDate.of(2020, 5, 1), LocalDate.of(2024, 12, 31)))
        .containsExactly("2020", "2021", "2022", "2023", "2024");
    assertThat(names(LocalDate.of(2024, 4, 17), LocalDate.of(2025, 3, 1)))
        .contains("Jul 2024", "Okt 2024", "Jan 2025");
  }

  @Test
  void aThousandYearsAreNoThousandTicks() {
    assertThat(drawn(LocalDate.of(2000, 1, 1), LocalDate.of(9999, 12, 31))).hasSizeLessThan(30);
  }
}

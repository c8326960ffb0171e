package org.stadtstand.serve.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Axes of values. */
class ScaleTests {

  @Property
  void holdsZeroAndEveryValueBetweenFewRoundLines(
      @ForAll @Size(min = 1, max = 5)
          List<
                  @BigRange(min = "-1000000", max = "1000000") @net.jqwik.api.constraints.Scale(2)
                  BigDecimal>
              values) {
    Scale scale = Scale.of(values);
    assertThat(scale.share(BigDecimal.ZERO)).isBetween(0.0, 1.0);
    assertThat(values)
        .isNotEmpty()
        .allSatisfy(value -> assertThat(scale.share(value)).isBetween(0.0, 1.0));
    assertThat(scale.lines()).hasSizeBetween(2, 8).contains(BigDecimal.ZERO);
    assertThat(scale.lines().getFirst()).isEqualByComparingTo(scale.least());
    assertThat(scale.lines().getLast()).isEqualByComparingTo(scale.most());
    assertThat(scale.step().stripTrailingZeros().unscaledValue().intValue()).isIn(1, 2, 5);
  }

  @Test
  void countsByTwentiesUpToEighty() {
    Scale scale = Scale.of(List.of(new BigDecimal(75), BigDecimal.TEN));
    assertThat(scale.lines()).extracting(BigDecimal::intValue).containsExactly(0, 20, 40, 60, 80);
    assertThat(scale.share(new BigDecimal(60))).isCloseTo(0.75, within(1e-9));
  }

  @Test
  void nothingButZerosHasAnAxisAllTheSame() {
    assertThat(Scale.of(List.of(BigDecimal.ZERO)).most()).isEqualByComparingTo(BigDecimal.ONE);
  }
}

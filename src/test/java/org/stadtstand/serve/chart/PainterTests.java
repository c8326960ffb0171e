package org.stadtstand.serve.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.serve.drawing.Graphic;

/** The turn that painting has to wait for. */
class PainterTests {

  private static final Graphic SMALL = new Graphic(4, 4, "", "", false, List.of());

  private static Painter painter(int atOnce) {
    return new Painter(new PictureSettings(atOnce, Duration.ofMillis(1)));
  }

  @Test
  void whoFindsNoPlaceIsRefusedAndMayComeAgain() {
    assertThatThrownBy(() -> painter(0).png(SMALL, false))
        .isInstanceOfSatisfying(
            ApiError.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.OVERLOADED));
  }

  @Test
  void aPlaceIsGivenBack() {
    Painter one = painter(1);
    for (int i = 0; i < 3; i++) {
      assertThat(one.png(SMALL, false)).startsWith(0x89, 'P', 'N', 'G');
    }
  }
}

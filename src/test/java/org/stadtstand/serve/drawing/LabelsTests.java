package org.stadtstand.serve.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Labels and the room they find. */
class LabelsTests {

  private static final Frame BOUNDS = new Frame(0, 0, 300, 200);

  @Property(tries = 200)
  void noLabelCrossesAnotherOrLeavesThePicture(
      @ForAll @Size(max = 20) List<@IntRange(max = 59_999) Integer> places) {
    Canvas canvas = new Canvas();
    Labels labels = new Labels(canvas, BOUNDS);
    for (int place : places) {
      labels.beside(
          place % 300, place / 300.0, List.of("34 Prozent", "gemessen"), Ink.INK, place % 2 == 0);
    }
    List<Frame> written = Shown.texts(canvas.marks());
    for (int i = 0; i < written.size(); i++) {
      assertThat(BOUNDS.holds(written.get(i))).isTrue();
      for (Frame other : written.subList(i + 1, written.size())) {
        assertThat(written.get(i).meets(other)).isFalse();
      }
    }
  }

  @Test
  void whatFindsNoRoomLosesItsLowerLinesAndThenItself() {
    List<String> all = new ArrayList<>(List.of("34 Prozent", "gemessen", "spätestens 2025"));
    Canvas flat = new Canvas();
    assertThat(new Labels(flat, new Frame(0, 0, 300, 22)).beside(10, 0, all, Ink.INK, false))
        .isTrue();
    assertThat(flat.marks()).hasSize(1);
    Canvas full = new Canvas();
    Labels none = new Labels(full, BOUNDS);
    none.block(BOUNDS);
    assertThat(none.beside(10, 10, all, Ink.INK, false)).isFalse();
    assertThat(full.marks()).isEmpty();
  }
}

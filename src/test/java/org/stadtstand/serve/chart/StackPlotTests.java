package org.stadtstand.serve.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.chart.StackPlot.Cell;
import org.stadtstand.serve.drawing.Frame;
import org.stadtstand.serve.drawing.Graphic;
import org.stadtstand.serve.drawing.Ink;
import org.stadtstand.serve.drawing.Mark;
import org.stadtstand.serve.drawing.Numbers;
import org.stadtstand.serve.drawing.Shown;

/** Parts of a whole, day by day. */
class StackPlotTests {

  private static final Numbers NUMBERS = new Numbers(Language.DE);

  /** As many parts on each day as asked for, of which the first on the first day is missing. */
  private static StackPlot plot(int days, int parts) {
    List<Cell> cells = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      for (int part = 0; part < parts; part++) {
        if (day + part > 0) {
          LocalDate end = LocalDate.of(2021, 12, 31).plusYears(day);
          cells.add(
              new Cell(end, "Teil der Stadtverwaltung " + part, BigDecimal.valueOf(10 + day)));
        }
      }
    }
    return StackPlot.of(cells, NUMBERS);
  }

  private static Graphic drawn(StackPlot plot, Layout layout) {
    return new Chart("Titel", "Anzahl", plot, List.of("Stadtstand: X"), false)
        .drawn(layout, Language.DE);
  }

  @Test
  void whatIsTooMuchToTellApartIsPutTogether() {
    StackPlot plot = plot(3, 8);
    assertThat(plot.parts()).hasSize(StackPlot.MOST).last().isEqualTo("übrige");
    assertThat(plot.columns().getLast().part("übrige")).isEqualByComparingTo("48");
    assertThat(plot.columns().getLast().total()).isEqualByComparingTo("96");
    assertThat(plot(3, StackPlot.MOST).parts()).hasSize(StackPlot.MOST).doesNotContain("übrige");
  }

  @Test
  void theFirstPartIsTheDarkestAndStandsAtTheBase() {
    List<Mark.Box> boxes =
        drawn(plot(2, 3), Layout.WIDE).marks().stream()
            .filter(Mark.Box.class::isInstance)
            .map(Mark.Box.class::cast)
            .toList();
    assertThat(boxes).as("a part that is nothing has no box").hasSize(5);
    assertThat(boxes.subList(2, 5)).extracting(Mark.Box::fill).startsWith(Ink.ACCENT, Ink.STRONG);
    assertThat(boxes.get(2).y()).isGreaterThan(boxes.get(3).y());
    assertThat(boxes.get(2).height()).isEqualTo(boxes.get(3).height());
  }

  @ParameterizedTest
  @EnumSource
  void noTextCrossesAnother(Layout layout) {
    Graphic graphic = drawn(plot(12, 9), layout);
    Frame whole = new Frame(0, 0, graphic.width(), graphic.height());
    List<Frame> texts = Shown.texts(graphic.marks());
    assertThat(texts).hasSizeGreaterThan(8);
    for (int i = 0; i < texts.size(); i++) {
      assertThat(whole.holds(texts.get(i))).isTrue();
      for (Frame other : texts.subList(i + 1, texts.size())) {
        assertThat(texts.get(i).meets(other)).as(Shown.words(graphic).get(i)).isFalse();
      }
    }
  }

  @Test
  void everyValueIsSaid() {
    assertThat(plot(2, 2).described(Language.DE))
        .isEqualTo(
            "31.12.2021: Teil der Stadtverwaltung 1 10, Teil der Stadtverwaltung 0 0;"
                + " 31.12.2022: Teil der Stadtverwaltung 1 11, Teil der Stadtverwaltung 0 11.");
  }
}

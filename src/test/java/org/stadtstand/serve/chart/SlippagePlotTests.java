package org.stadtstand.serve.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.drawing.Frame;
import org.stadtstand.serve.drawing.Graphic;
import org.stadtstand.serve.drawing.Ink;
import org.stadtstand.serve.drawing.Mark;
import org.stadtstand.serve.drawing.Shown;

/** Planned ends, state by state. */
class SlippagePlotTests {

  /** A project of which each state, from the first on, planned the end "day precision label". */
  private static Map<String, Object> project(String... ends) {
    List<Map<String, Object>> edges = new ArrayList<>();
    for (String end : ends) {
      String[] parts = end.split(" ", 3);
      Map<String, Object> node = new HashMap<>();
      node.put("plannedEnd", parts[0].isEmpty() ? null : parts[0]);
      if (parts.length > 1) {
        node.put("plannedEndPrecision", parts[1]);
        node.put("plannedEndLabel", parts[2]);
      }
      node.put("sources", List.of(Map.of("publisher", "Stadt")));
      int number = edges.size() + 1;
      Map<String, Object> from = Map.of("number", number, "standsFor", "202" + number + "-12-31");
      edges.add(Map.of("from", from, "node", node));
    }
    return Map.of("title", "Akte", "versions", Map.of("edges", edges));
  }

  private static final String[] MOVED = {
    "",
    "2023-10-31 DAY 31. Oktober 2023",
    "2023-10-31 DAY 31. Oktober 2023",
    "2024-12-31 QUARTER 4. Quartal 2024",
    "2024-06-30 NOT_LATER_THAN spätestens 30. Juni 2024",
    "2030-12-31 YEAR 2030"
  };

  private static SlippagePlot plot(Language language, String... ends) {
    return SlippagePlot.of(project(ends), language).orElseThrow();
  }

  private static Graphic drawn(Layout layout) {
    SlippagePlot plot = plot(Language.DE, MOVED);
    return new Chart(plot.title(), "x", plot, List.of(plot.source()), false)
        .drawn(layout, Language.DE);
  }

  @Test
  void onlyStatesThatNameAnotherDayHaveALine() {
    SlippagePlot plot = plot(Language.DE, MOVED);
    assertThat(plot.ends()).extracting(SlippagePlot.End::number).containsExactly(2, 4, 5, 6);
    assertThat(plot.title())
        .isEqualTo("Geplantes Ende 3-mal verschoben: statt 31.10.2023 jetzt 2030");
    assertThat(plot.described(Language.DE))
        .startsWith("Stand 2 (31.12.2022): 31. Oktober 2023; Stand 4 (31.12.2024): 4. Quartal");
    assertThat(plot.source()).isEqualTo("Quelle: Stadt");
    assertThat(plot(Language.EN, MOVED).source()).isEqualTo("Source: Stadt");
    assertThat(plot(Language.EN, MOVED[1], MOVED[3]).title())
        .isEqualTo("Planned end moved once: Q4 2024 instead of 31 Oct 2023");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"''|''", "''|2024-12-31 YEAR 2024", "2024-12-31 YEAR 2024|2024-12-31 YEAR 2024"})
  void whatNeverMovedIsNotDrawn(String first, String second) {
    assertThat(SlippagePlot.of(project(first, second), Language.DE)).isEmpty();
    assertThat(SlippagePlot.of(Map.of("title", "Akte"), Language.DE)).isEmpty();
  }

  @Test
  void noMarkIsFilledAndOnlyWhatWasPutOffIsRed() {
    List<Mark> marks = drawn(Layout.WIDE).marks();
    assertThat(marks)
        .filteredOn(Mark.Disc.class::isInstance)
        .hasSize(4)
        .allMatch(disc -> ((Mark.Disc) disc).fill() == Ink.GROUND);
    List<Mark.Line> shifts =
        marks.stream()
            .filter(Mark.Line.class::isInstance)
            .map(Mark.Line.class::cast)
            .filter(line -> line.pen().width() == 2.5)
            .toList();
    assertThat(shifts)
        .extracting(line -> line.pen().ink())
        .containsExactly(Ink.BAD, Ink.ACCENT, Ink.BAD);
  }

  @ParameterizedTest
  @EnumSource
  void noTextCrossesAnother(Layout layout) {
    Graphic graphic = drawn(layout);
    Frame whole = new Frame(0, 0, graphic.width(), graphic.height());
    List<Frame> texts = Shown.texts(graphic.marks());
    assertThat(texts).hasSizeGreaterThan(8);
    for (int i = 0; i < texts.size(); i++) {
      assertThat(whole.holds(texts.get(i))).as(Shown.words(graphic).get(i)).isTrue();
      for (Frame other : texts.subList(i + 1, texts.size())) {
        assertThat(texts.get(i).meets(other)).as(Shown.words(graphic).get(i)).isFalse();
      }
    }
  }
}

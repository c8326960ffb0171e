package org.stadtstand.serve.chart;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Inquiry;
import org.stadtstand.serve.answer.StateDescription;
import org.stadtstand.serve.drawing.Graphic;
import org.stadtstand.serve.drawing.Svg;
import org.stadtstand.serve.table.AnswerTables;
import org.stadtstand.serve.table.AskedTable;
import org.stadtstand.serve.table.FileOptions;

/** Makes charts of answers. */
@Component
public class Charts {

  private final AnswerTables tables;
  private final Painter painter;

  Charts(AnswerTables tables, Painter painter) {
    this.tables = tables;
    this.painter = painter;
  }

  /**
   * Any answer as a part of a page. Empty if it has nothing that could be drawn or is worth it, or
   * the engine did not answer.
   *
   * @param title what was asked; a target has a title of its own
   */
  public Optional<PageChart> ofAnswer(Inquiry inquiry, String title, Language language) {
    try {
      Answered answered = chart(Picture.ofPage(this, title, language), inquiry);
      return Optional.ofNullable(answered.chart())
          .filter(chart -> chart.plot().tellsEnough())
          .map(chart -> PageChart.of(chart, language, answered.answer().permanentLink()));
    } catch (ApiError refused) {
      if (refused.code() == ErrorCode.NOT_DRAWABLE) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  byte[] written(Graphic graphic, PictureForm form, boolean night) {
    return switch (form) {
      case SVG -> Svg.file(graphic, night).getBytes(StandardCharsets.UTF_8);
      case PNG -> painter.png(graphic, night);
    };
  }

  /**
   * A chart with the answer that it shows.
   *
   * @param name of what was asked
   * @param chart null if the engine did not answer whole
   */
  record Answered(String name, Answer answer, @Nullable Chart chart) {}

  Answered chart(Picture picture, Inquiry inquiry) {
    return RecordCharts.of(picture, tables, inquiry).orElseGet(() -> rows(picture, inquiry));
  }

  private Answered rows(Picture picture, Inquiry inquiry) {
    AskedTable table = asked(inquiry, picture.rows());
    Answer answer = table == null ? inquiry.answer() : table.first();
    if (!answer.whole()) {
      return new Answered("", answer, null);
    }
    if (table == null) {
      throw Undrawable.answer();
    }
    ChartRows.Drawn drawn = ChartRows.of(table, picture.numbers(), picture.figure());
    return new Answered(
        table.name(),
        answer,
        new Chart(
            picture.heading(),
            drawn.measure(),
            drawn.plot(),
            picture.origin(answer, Objects.requireNonNullElse(drawn.shown(), ""), ""),
            states(answer).stream().anyMatch(StateDescription::demo)));
  }

  /**
   * What cannot be a table cannot be a picture either, for the same reason and in the same words.
   */
  private @Nullable AskedTable asked(Inquiry inquiry, FileOptions options) {
    try {
      return tables.ask(inquiry, options, false).orElse(null);
    } catch (ApiError refused) {
      throw refused.code() == ErrorCode.NOT_A_TABLE
          ? Undrawable.answer(refused.sentence())
          : refused;
    }
  }

  static List<StateDescription> states(Answer answer) {
    return answer.datasets().stream().filter(state -> state.municipality() != null).toList();
  }
}

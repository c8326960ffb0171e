package org.stadtstand.serve.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
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
import org.stadtstand.serve.request.Question;
import org.stadtstand.serve.table.AnswerTables;
import org.stadtstand.serve.table.AskedTable;
import org.stadtstand.serve.table.FileOptions;

/** Makes charts of answers. */
@Component
public class Charts {

  private static final String TARGET = selection("target");
  private static final String PROJECT = selection("project");

  private static final String OF_TARGET =
      "query Zielverlauf($city: String!, $key: String!, $knownAt: Moment) {"
          + " target(municipality: $city, key: $key, knownAt: $knownAt)"
          + " { observations { totalCount } } }";

  private static final String OF_PROJECT =
      "query Terminverlauf($city: String!, $key: String!, $knownAt: Moment) {"
          + " project(municipality: $city, key: $key, knownAt: $knownAt)"
          + " { versions { totalCount } } }";

  private final AnswerTables tables;
  private final Painter painter;

  Charts(AnswerTables tables, Painter painter) {
    this.tables = tables;
    this.painter = painter;
  }

  /**
   * The course of a target as a part of a page: both drawings, of which the page's sheet shows one.
   * Empty if it has no value that could be drawn, or the engine did not answer.
   *
   * @param inquiry of the page, at whose expense it is asked
   * @param knownAt the day whose knowledge is shown; null for now
   */
  public Optional<PageChart> ofTarget(
      Inquiry inquiry, String city, String key, @Nullable LocalDate knownAt, Language language) {
    return ofRecord(OF_TARGET, inquiry, variables(city, key, knownAt), language);
  }

  /** The planned ends of a project, state by state, in the same way; empty if it never moved. */
  public Optional<PageChart> ofProject(
      Inquiry inquiry, String city, String key, @Nullable LocalDate knownAt, Language language) {
    return ofRecord(OF_PROJECT, inquiry, variables(city, key, knownAt), language);
  }

  private Optional<PageChart> ofRecord(
      String document,
      Inquiry inquiry,
      Map<String, @Nullable Object> variables,
      Language language) {
    Question asked = new Question(document, null, variables, inquiry.question().state());
    return ofAnswer(new Inquiry(asked, inquiry::answer), "", language);
  }

  private static Map<String, @Nullable Object> variables(
      String city, String key, @Nullable LocalDate knownAt) {
    Map<String, @Nullable Object> variables = new HashMap<>();
    variables.put("city", city);
    variables.put("key", key);
    variables.put("knownAt", knownAt == null ? null : knownAt.toString());
    return variables;
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
          .filter(chart -> !(chart.plot() instanceof BarPlot bars) || bars.tellsEnough())
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

  private static String selection(String name) {
    try (InputStream file = Charts.class.getResourceAsStream("/charts/" + name + ".graphql")) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("A file of ours cannot be read", e);
    }
  }

  /**
   * A chart with the answer that it shows.
   *
   * @param name of what was asked
   * @param chart null if the engine did not answer whole
   */
  record Answered(String name, Answer answer, @Nullable Chart chart) {}

  Answered chart(Picture picture, Inquiry inquiry) {
    Optional<Question> target = instead(picture, inquiry, "Target", "observations", TARGET);
    if (target.isPresent()) {
      return course(picture, inquiry.answer(target.get()));
    }
    Optional<Question> project = instead(picture, inquiry, "Project", "versions", PROJECT);
    return project.isPresent()
        ? slippage(picture, inquiry.answer(project.get()))
        : rows(picture, inquiry);
  }

  private Optional<Question> instead(
      Picture picture, Inquiry inquiry, String type, String through, String selection) {
    String spoken = selection.replace("lang: DE", "lang: " + picture.language());
    return tables.instead(inquiry.question(), type, through, spoken);
  }

  private static Answered slippage(Picture picture, Answer answer) {
    if (!answer.whole()) {
      return new Answered("", answer, null);
    }
    Map<?, ?> data = Objects.requireNonNull(answer.result().getData());
    if (!(data.values().iterator().next() instanceof Map<?, ?> project)) {
      throw Undrawable.answer("There is no such project, so nothing can be drawn.");
    }
    SlippagePlot plot =
        SlippagePlot.of(project, picture.language())
            .orElseThrow(
                () -> Undrawable.answer("The planned end of the project was never moved."));
    String city =
        project.get("municipality") instanceof Map<?, ?> of ? String.valueOf(of.get("name")) : "";
    Chart chart =
        new Chart(
            plot.title(),
            plot.subtitle(project),
            plot,
            picture.origin(answer, plot.source(), city),
            states(answer).stream().anyMatch(StateDescription::demo));
    return new Answered("projekt-" + project.get("key"), answer, chart);
  }

  private static Answered course(Picture picture, Answer answer) {
    if (!answer.whole()) {
      return new Answered("", answer, null);
    }
    Map<?, ?> data = Objects.requireNonNull(answer.result().getData());
    if (!(data.values().iterator().next() instanceof Map<?, ?> target)) {
      throw Undrawable.target("There is no such target, so nothing can be drawn.");
    }
    CourseReading reading = new CourseReading(target, picture.numbers());
    List<StateDescription> states = states(answer);
    Course course =
        reading.course(
            day(states, StateDescription::standsFor), day(states, StateDescription::day));
    if (course.all().isEmpty()) {
      throw Undrawable.target("The target has no value in its unit, so nothing can be drawn.");
    }
    Chart chart =
        new Chart(
            reading.title(course),
            reading.subtitle(),
            new CoursePlot(course, picture.numbers()),
            picture.origin(answer, reading.sources(), reading.city()),
            states.stream().anyMatch(StateDescription::demo));
    return new Answered(reading.key(), answer, chart);
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

  /** The newest of the days; the answer about one record rests on one state. */
  private static LocalDate day(
      List<StateDescription> states, Function<StateDescription, @Nullable String> member) {
    return states.stream()
        .map(member)
        .filter(Objects::nonNull)
        .map(LocalDate::parse)
        .reduce((one, other) -> one.isAfter(other) ? one : other)
        .orElseThrow(Undrawable::answer);
  }
}

package org.stadtstand.serve.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Inquiry;
import org.stadtstand.serve.answer.StateDescription;
import org.stadtstand.serve.request.Question;
import org.stadtstand.serve.table.AnswerTables;

/**
 * Charts of what has a chart of its own. Whatever the caller selected of it, the chart asks for
 * what it draws, so that nobody needs to know that.
 */
final class RecordCharts {

  private static final String CLAIMS = selection("claims");

  /** The best first: whoever asks for values, versions and claims at once sees the first. */
  private static final List<Kind> KINDS =
      List.of(
          new Kind("Target", "observations", selection("target"), RecordCharts::course),
          new Kind("Project", "versions", selection("project"), RecordCharts::slippage),
          new Kind("Target", "contradictingClaims", selection("target"), RecordCharts::claims),
          new Kind("Target", "claims", selection("target"), RecordCharts::claims),
          new Kind("Project", "claims", about("title"), RecordCharts::claims),
          new Kind("PublicService", "claims", about("name"), RecordCharts::claims),
          new Kind("ClaimConnection", "nodes", CLAIMS, RecordCharts::claims));

  private RecordCharts() {}

  /** Draws what was found; empty if the rows of the answer may be drawn instead. */
  private interface Drawing {
    Optional<Found> of(Picture picture, Answer answer, Map<?, ?> found);
  }

  private record Found(String name, Chart chart) {}

  /**
   * A kind of chart.
   *
   * @param type what it is about
   * @param through the field without which the caller does not mean it
   * @param selection what it asks for
   */
  private record Kind(String type, String through, String selection, Drawing drawing) {

    Optional<Question> question(Picture picture, AnswerTables tables, Question asked) {
      String spoken = selection.replace("lang: DE", "lang: " + picture.language());
      return tables.instead(asked, type, through, spoken);
    }
  }

  /** The chart of what is asked for; empty if that has none of its own. */
  static Optional<Charts.Answered> of(Picture picture, AnswerTables tables, Inquiry inquiry) {
    for (Kind kind : KINDS) {
      Optional<Question> question = kind.question(picture, tables, inquiry.question());
      if (question.isPresent()) {
        return drawn(kind, picture, inquiry.answer(question.get()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Charts.Answered> drawn(Kind kind, Picture picture, Answer answer) {
    if (!answer.whole()) {
      return Optional.of(new Charts.Answered("", answer, null));
    }
    Map<?, ?> data = Objects.requireNonNull(answer.result().getData());
    if (!(data.values().iterator().next() instanceof Map<?, ?> found)) {
      throw Undrawable.answer("There is nothing of that key, so nothing can be drawn.");
    }
    return kind.drawing()
        .of(picture, answer, found)
        .map(shown -> new Charts.Answered(shown.name(), answer, shown.chart()));
  }

  private static Optional<Found> slippage(Picture picture, Answer answer, Map<?, ?> project) {
    SlippagePlot plot =
        SlippagePlot.of(project, picture.language())
            .orElseThrow(
                () -> Undrawable.answer("The planned end of the project was never moved."));
    Chart chart =
        new Chart(
            plot.title(),
            plot.subtitle(project),
            plot,
            picture.origin(answer, plot.source(), city(project)),
            isInvented(answer));
    return Optional.of(new Found("projekt-" + project.get("key"), chart));
  }

  private static Optional<Found> course(Picture picture, Answer answer, Map<?, ?> target) {
    CourseReading reading = new CourseReading(target, picture.numbers());
    List<StateDescription> states = Charts.states(answer);
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
            picture.origin(answer, reading.sources(), city(target)),
            isInvented(answer));
    return Optional.of(new Found(reading.key(), chart));
  }

  private static Optional<Found> claims(Picture picture, Answer answer, Map<?, ?> found) {
    ClaimsReading reading = new ClaimsReading(found, picture.numbers());
    return reading
        .plot()
        .map(
            plot ->
                new Chart(
                    plot.title(),
                    reading.subtitle(plot),
                    plot,
                    picture.origin(answer, reading.sources(), city(found)),
                    isInvented(answer)))
        .map(chart -> new Found(reading.key(), chart));
  }

  private static String city(Map<?, ?> found) {
    return found.get("municipality") instanceof Map<?, ?> city
        ? String.valueOf(city.get("name"))
        : "";
  }

  private static boolean isInvented(Answer answer) {
    return Charts.states(answer).stream().anyMatch(StateDescription::demo);
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

  /** The claims about a record that has a name. */
  private static String about(String name) {
    return "{ key title: %s(lang: DE) municipality { name(lang: DE) } claims(first: 200) %s }"
        .formatted(name, CLAIMS);
  }

  private static String selection(String name) {
    try (InputStream file =
        RecordCharts.class.getResourceAsStream("/charts/" + name + ".graphql")) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("A file of ours cannot be read", e);
    }
  }
}

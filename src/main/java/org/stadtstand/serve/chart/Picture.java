package org.stadtstand.serve.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.text.Text;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Inquiry;
import org.stadtstand.serve.answer.StateDescription;
import org.stadtstand.serve.drawing.Graphic;
import org.stadtstand.serve.drawing.Numbers;
import org.stadtstand.serve.format.FileHeaders;
import org.stadtstand.serve.format.FileOrigin;
import org.stadtstand.serve.format.Format;
import org.stadtstand.serve.format.Refusals;
import org.stadtstand.serve.format.Representation;
import org.stadtstand.serve.table.FileOptions;

/**
 * An answer as a picture. Given only where its suffix asks for it: browsers accept pictures of
 * everything, and mean none.
 *
 * @param title what was asked; a target has a title of its own
 * @param options what the address says of the picture
 */
public record Picture(
    Charts charts, PictureForm form, Text title, PictureOptions options, FileOrigin origin)
    implements Format {

  /** The longest address that a picture spells out. */
  private static final int LONGEST_LINK = 90;

  /**
   * A picture in each form, as asked for without parameters.
   *
   * @param titleEn null if the title has not been translated
   */
  public static List<Picture> all(Charts charts, String titleDe, @Nullable String titleEn) {
    Text title = new Text(titleDe, titleEn == null ? titleDe : titleEn);
    FileOrigin nowhere = new FileOrigin(null, null, null);
    return Arrays.stream(PictureForm.values())
        .map(form -> new Picture(charts, form, title, PictureOptions.PLAIN, nowhere))
        .toList();
  }

  /** A picture that needs no address of its own, because its page has one. */
  static Picture ofPage(Charts charts, String title, Language language) {
    return new Picture(
        charts,
        PictureForm.SVG,
        new Text(title, title),
        new PictureOptions(Layout.WIDE, language, false, null, null),
        new FileOrigin(null, null, null));
  }

  @Override
  public String suffix() {
    return form.suffix();
  }

  @Override
  public String mediaType() {
    return form.mediaType();
  }

  @Override
  public Picture with(Map<String, String> parameters) {
    return new Picture(charts, form, title, PictureOptions.of(parameters), origin);
  }

  @Override
  public Picture from(FileOrigin origin) {
    FileOrigin named = new FileOrigin(origin.server(), origin.question(), null);
    return new Picture(charts, form, title, options, named);
  }

  @Override
  public Representation write(Inquiry inquiry) {
    Charts.Answered answered = charts.chart(this, inquiry);
    Chart chart = answered.chart();
    if (chart == null) {
      return Refusals.of(answered.answer());
    }
    Graphic graphic = chart.drawn(options.layout(), language());
    byte[] bytes = charts.written(graphic, form, options.night());
    return new Representation(
        200,
        form.contentType(),
        FileHeaders.shown(answered.name(), answered.answer(), origin, suffix()),
        new Representation.Bytes(bytes),
        answered.answer().basis(),
        origin.keeping());
  }

  Language language() {
    return options.language();
  }

  Numbers numbers() {
    return new Numbers(language());
  }

  @Nullable String figure() {
    return options.figure();
  }

  /** The rows of the file that the picture agrees with. */
  FileOptions rows() {
    return FileOptions.shown(language(), options.explode());
  }

  String heading() {
    return title.in(language());
  }

  /**
   * The permanent link as somebody can type it who has only the picture, by the question's name if
   * it has one; null if it is too long for that.
   */
  @Nullable String link(Answer answer) {
    String link = origin.link(answer);
    String name = origin.question();
    if (link == null) {
      return null;
    }
    String named =
        name == null ? link : link.replaceFirst("/q/[^@]*", Matcher.quoteReplacement("/q/" + name));
    return named.length() > LONGEST_LINK ? null : named.replaceFirst("^https?://", "");
  }

  /** Sources, then whose figures of which state they are, then where they stand. */
  List<String> origin(Answer answer, String first, String city) {
    List<String> paragraphs = new ArrayList<>();
    if (!first.isEmpty()) {
      paragraphs.add(first);
    }
    paragraphs.add(
        Charts.states(answer).stream()
            .map(state -> state(state, city, language()))
            .distinct()
            .collect(Collectors.joining("; ", "Stadtstand: ", "")));
    String link = link(answer);
    if (link != null) {
      paragraphs.add(link);
    }
    return paragraphs;
  }

  private static String state(StateDescription state, String city, Language language) {
    String standsFor = state.standsFor();
    String day =
        standsFor == null
            ? ""
            : new Figures(language).inTable(PartialDate.day(LocalDate.parse(standsFor)));
    String release =
        language.pick("Stand %s für den %s", "release %s for %s").formatted(state.release(), day);
    return Stream.of(
            city.isEmpty() ? state.name(language) : city, standing(state, language), release)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" · "));
  }

  private static @Nullable String standing(StateDescription state, Language language) {
    return switch (state.standing()) {
      case "EDITORIAL" -> language.pick("nicht amtlich", "not official");
      case "OFFICIAL" -> language.pick("amtlich", "official");
      case "DEMO" -> language.pick("erfundene Demodaten", "invented demo data");
      case null, default -> state.standing();
    };
  }
}

package org.stadtstand.serve.chart;

import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Inquiry;
import org.stadtstand.serve.drawing.Svg;
import org.stadtstand.serve.format.FileOrigin;
import org.stadtstand.serve.format.Format;
import org.stadtstand.serve.format.Refusals;
import org.stadtstand.serve.format.Representation;

/**
 * An answer as a picture. Offered at links only: a browser that asks {@code /graphql} accepts
 * pictures, too, and means none.
 *
 * @param titleDe what was asked, in German; a target has a title of its own
 * @param options what the address says of the picture
 */
public record Picture(
    Charts charts, String titleDe, String titleEn, PictureOptions options, FileOrigin origin)
    implements Format {

  /** The longest address that a picture spells out. */
  private static final int LONGEST_LINK = 90;

  /** A picture as asked for without parameters. */
  public static Picture of(Charts charts, String titleDe, @Nullable String titleEn) {
    return new Picture(
        charts,
        titleDe,
        titleEn == null ? titleDe : titleEn,
        PictureOptions.PLAIN,
        new FileOrigin(null, null, null));
  }

  @Override
  public String suffix() {
    return "svg";
  }

  @Override
  public String mediaType() {
    return "image/svg+xml";
  }

  @Override
  public Picture with(Map<String, String> parameters) {
    return new Picture(charts, titleDe, titleEn, PictureOptions.of(parameters), origin);
  }

  @Override
  public Picture from(FileOrigin origin) {
    return new Picture(
        charts,
        titleDe,
        titleEn,
        options,
        new FileOrigin(origin.server(), origin.question(), null));
  }

  @Override
  public Representation write(Inquiry inquiry) {
    Charts.Answered answered = charts.chart(this, inquiry);
    Chart chart = answered.chart();
    if (chart == null) {
      return Refusals.of(answered.answer());
    }
    String svg = Svg.file(chart.drawn(options.layout(), language()), options.night());
    return Representation.ofText(answered.answer(), "image/svg+xml;charset=UTF-8", svg)
        .with(origin.keeping());
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

  String title() {
    return language().pick(titleDe, titleEn);
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
}

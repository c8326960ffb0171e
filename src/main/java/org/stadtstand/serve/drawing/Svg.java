package org.stadtstand.serve.drawing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.stadtstand.serve.drawing.Mark.Anchor;

/**
 * Writes a graphic as SVG. Everything is said in presentation attributes: our policy forbids style
 * attributes and elements, and who opens the file alone has no style sheet. A page's own sheet
 * overrules them, by which a picture in a page follows its dark mode.
 */
public final class Svg {

  private static final String FONT = "Roboto,system-ui,-apple-system,'Segoe UI',sans-serif";

  private final StringBuilder text = new StringBuilder(8_000);
  private final Graphic graphic;
  private final boolean night;

  /** Whether a page's sheet colours it, by classes such as {@code f-accent} and {@code s-ink}. */
  private final boolean inPage;

  private Svg(Graphic graphic, boolean night, boolean inPage) {
    this.graphic = graphic;
    this.night = night;
    this.inPage = inPage;
  }

  /** A file that stands alone, on a ground of its own. */
  public static String file(Graphic graphic, boolean night) {
    Svg svg = new Svg(graphic, night, false);
    svg.add("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    svg.number("width", graphic.width());
    svg.number("height", graphic.height());
    svg.head("");
    svg.mark(new Mark.Box(0, 0, graphic.width(), graphic.height(), Ink.GROUND, Pen.NONE));
    svg.close();
    return svg.text.toString();
  }

  /**
   * A part of a page, as wide as the page lets it be, on the page's ground. Its ids contain its
   * title, because a page may hold several, and readers are read what an id leads to first.
   *
   * @param name its class, and what the page's other ids do not begin with
   */
  public static String inPage(Graphic graphic, String name) {
    Svg svg = new Svg(graphic, false, true);
    svg.add("<svg class=\"").add(name).add("\"");
    svg.head(name + "-" + Integer.toHexString(graphic.title().hashCode()) + "-");
    svg.close();
    return svg.text.toString();
  }

  private void head(String id) {
    add(" viewBox=\"0 0 ").add(rounded(graphic.width())).add(" ").add(rounded(graphic.height()));
    add("\" role=\"img\" aria-labelledby=\"").add(id).add("t ").add(id).add("d\" font-family=\"");
    add(FONT).add("\"><title id=\"").add(id).add("t\">").add(escaped(graphic.title()));
    add("</title><desc id=\"").add(id).add("d\">").add(escaped(graphic.description()));
    add("</desc>");
  }

  private void close() {
    graphic.marks().forEach(this::mark);
    add("</svg>");
  }

  private void mark(Mark mark) {
    switch (mark) {
      case Mark.Line line -> {
        add("<line");
        number("x1", line.x1());
        number("y1", line.y1());
        number("x2", line.x2());
        number("y2", line.y2());
        colour(Ink.NONE, line.pen());
        add("/>");
      }
      case Mark.Box box -> box(box);
      case Mark.Disc disc -> disc(disc);
      case Mark.Words words -> words(words);
    }
  }

  private void box(Mark.Box box) {
    add("<rect");
    number("x", box.x());
    number("y", box.y());
    number("width", box.width());
    number("height", box.height());
    colour(box.fill(), box.edge());
    add("/>");
  }

  private void disc(Mark.Disc disc) {
    add("<circle");
    number("cx", disc.x());
    number("cy", disc.y());
    number("r", disc.radius());
    colour(disc.fill(), disc.edge());
    add("/>");
  }

  /** Text has a rim of the ground, so that a line behind it does not strike it through. */
  private void words(Mark.Words words) {
    Letters letters = words.letters();
    add("<text");
    number("x", words.x());
    number("y", words.y());
    number("font-size", letters.size());
    if (letters.bold()) {
      add(" font-weight=\"700\"");
    }
    if (words.anchor() != Anchor.START) {
      add(" text-anchor=\"").add(words.anchor().name().toLowerCase(Locale.ROOT)).add("\"");
    }
    colour(words.ink(), Pen.of(Ink.GROUND, 4));
    add(" stroke-linejoin=\"round\" paint-order=\"stroke\">").add(escaped(words.text()));
    add("</text>");
  }

  private void colour(Ink fill, Pen pen) {
    if (inPage) {
      add(" class=\"f-").add(name(fill)).add(" s-").add(name(pen.ink())).add("\"");
    }
    add(" fill=\"").add(fill.shade(night, graphic.invented())).add("\"");
    if (pen.ink() == Ink.NONE) {
      return;
    }
    add(" stroke=\"").add(pen.ink().shade(night, graphic.invented())).add("\"");
    number("stroke-width", pen.width());
    if (pen.dash() > 0) {
      add(" stroke-dasharray=\"").add(rounded(pen.dash())).add(" ").add(rounded(pen.gap()));
      add("\"");
    }
  }

  private static String name(Ink ink) {
    return ink.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void number(String name, double value) {
    add(" ").add(name).add("=\"").add(rounded(value)).add("\"");
  }

  private Svg add(String more) {
    text.append(more);
    return this;
  }

  /** A tenth of a pixel is as exact as anybody sees. */
  private static String rounded(double value) {
    BigDecimal tenths = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
    return tenths.stripTrailingZeros().toPlainString();
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(c < ' ' || c == 0xFFFE ? '\uFFFD' : c);
              }
            });
    return escaped.toString();
  }
}

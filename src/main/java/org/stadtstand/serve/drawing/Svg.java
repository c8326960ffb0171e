package org.stadtstand.serve.drawing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.stadtstand.serve.drawing.Mark.Anchor;

/**
 * Writes a drawing as SVG. Everything is said in presentation attributes: our policy forbids style
 * attributes and elements, and who opens the file alone has no style sheet. A page's own sheet
 * overrules them, by which a picture in a page follows its dark mode.
 */
public final class Svg {

  private static final String FONT = "Roboto,system-ui,-apple-system,'Segoe UI',sans-serif";

  private final StringBuilder text = new StringBuilder(8_000);
  private final Graphic drawing;
  private final boolean night;

  private Svg(Graphic drawing, boolean night) {
    this.drawing = drawing;
    this.night = night;
  }

  /** A file that stands alone, on a ground of its own. */
  public static String file(Graphic drawing, boolean night) {
    Svg svg = new Svg(drawing, night);
    svg.open(" xmlns=\"http://www.w3.org/2000/svg\"", "");
    svg.mark(new Mark.Box(0, 0, drawing.width(), drawing.height(), Ink.GROUND, Pen.NONE));
    svg.close();
    return svg.text.toString();
  }

  private void open(String attributes, String id) {
    add("<svg").add(attributes);
    number("width", drawing.width());
    number("height", drawing.height());
    add(" viewBox=\"0 0 ").add(rounded(drawing.width())).add(" ").add(rounded(drawing.height()));
    add("\" role=\"img\" aria-labelledby=\"").add(id).add("t ").add(id).add("d\" font-family=\"");
    add(FONT).add("\"><title id=\"").add(id).add("t\">").add(escaped(drawing.title()));
    add("</title><desc id=\"").add(id).add("d\">").add(escaped(drawing.description()));
    add("</desc>");
  }

  private void close() {
    drawing.marks().forEach(this::mark);
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
        edge(line.pen());
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
    fill(box.fill());
    edge(box.edge());
    add("/>");
  }

  private void disc(Mark.Disc disc) {
    add("<circle");
    number("cx", disc.x());
    number("cy", disc.y());
    number("r", disc.radius());
    fill(disc.fill());
    edge(disc.edge());
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
    fill(words.ink());
    edge(Pen.of(Ink.GROUND, 4));
    add(" stroke-linejoin=\"round\" paint-order=\"stroke\">").add(escaped(words.text()));
    add("</text>");
  }

  private void fill(Ink ink) {
    add(" fill=\"").add(ink.shade(night, drawing.invented())).add("\"");
  }

  private void edge(Pen pen) {
    if (pen.ink() == Ink.NONE) {
      return;
    }
    add(" stroke=\"").add(pen.ink().shade(night, drawing.invented())).add("\"");
    number("stroke-width", pen.width());
    if (pen.dash() > 0) {
      add(" stroke-dasharray=\"").add(rounded(pen.dash())).add(" ").add(rounded(pen.gap()));
      add("\"");
    }
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

package org.stadtstand.serve.chart;

import java.util.List;
import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.drawing.Canvas;
import org.stadtstand.serve.drawing.Frame;
import org.stadtstand.serve.drawing.Graphic;
import org.stadtstand.serve.drawing.Ink;
import org.stadtstand.serve.drawing.Letters;
import org.stadtstand.serve.drawing.Mark.Anchor;
import org.stadtstand.serve.drawing.Pen;

/**
 * A chart with all that it must say even if nothing but the picture is left of it.
 *
 * @param title the finding, or what was asked
 * @param subtitle what is drawn, and in which unit
 * @param origin sources, state and standing, a paragraph each
 * @param invented whether the data are
 */
record Chart(String title, String subtitle, Plot plot, List<String> origin, boolean invented) {

  private static final int TITLE_LINES = 4;
  private static final int SUBTITLE_LINES = 4;
  private static final int ORIGIN_LINES = 5;

  Graphic drawn(Layout layout, Language language) {
    Canvas canvas = new Canvas();
    double top = heading(canvas, layout, language);
    double bottom = footing(canvas, layout, plot.draw(canvas, layout, top));
    return new Graphic(
        layout.width(),
        Math.ceil(bottom),
        title,
        subtitle + ". " + plot.described(language) + " " + String.join(". ", origin) + ".",
        invented,
        canvas.marks());
  }

  private double heading(Canvas canvas, Layout layout, Language language) {
    String stamp = language.pick("ERFUNDEN", "INVENTED");
    double stamped = invented ? Letters.STAMP.width(stamp) + 14 : 0;
    if (invented) {
      Frame frame = new Frame(layout.right() - stamped, Layout.MARGIN, stamped, 20);
      canvas.box(frame, Ink.NONE, Pen.of(Ink.DEMO, 2));
      double middle = frame.x() + stamped / 2;
      canvas.words(middle, frame.y() + 14.5, stamp, Letters.STAMP, Anchor.MIDDLE);
    }
    double width = layout.inside() - (invented ? stamped + 12 : 0);
    double below =
        canvas.lines(
            Layout.MARGIN,
            Layout.MARGIN + 16,
            Letters.TITLE.lines(title, width, TITLE_LINES),
            Letters.TITLE);
    double after =
        canvas.lines(
            Layout.MARGIN,
            below - 1,
            Letters.SUBTITLE.lines(subtitle, layout.inside(), SUBTITLE_LINES),
            Letters.SUBTITLE);
    return after + 4;
  }

  private double footing(Canvas canvas, Layout layout, double top) {
    canvas.line(Layout.MARGIN, top + 8, layout.right(), top + 8, Pen.of(Ink.LINE, 1));
    double y = top + 26;
    for (String paragraph : origin) {
      List<String> lines = Letters.SOURCE.lines(paragraph, layout.inside(), ORIGIN_LINES);
      y = canvas.lines(Layout.MARGIN, y, lines, Letters.SOURCE);
    }
    return y + Layout.MARGIN - Letters.SOURCE.size();
  }
}

package org.stadtstand.serve.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Paints a graphic as PNG, with two pixels for each of the graphic's. Texts are outlines of our own
 * font, so that no machine's fonts take part, and the same Java makes the same bytes everywhere.
 */
public final class Png {

  private static final double PIXELS = 2;

  private final Graphics2D canvas;
  private final Graphic graphic;
  private final boolean night;

  private Png(Graphics2D canvas, Graphic graphic, boolean night) {
    this.canvas = canvas;
    this.graphic = graphic;
    this.night = night;
  }

  /** The bytes that it takes to paint a graphic. */
  public static long memory(Graphic graphic) {
    return (long) (graphic.width() * graphic.height() * PIXELS * PIXELS * Integer.BYTES);
  }

  public static byte[] file(Graphic graphic, boolean night) {
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(graphic.width() * PIXELS),
            (int) Math.ceil(graphic.height() * PIXELS),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    try {
      canvas.scale(PIXELS, PIXELS);
      canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      new Png(canvas, graphic, night).paint();
    } finally {
      canvas.dispose();
    }
    return written(image);
  }

  private static byte[] written(BufferedImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(new IIOImage(image, null, null));
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot be written", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private void paint() {
    fill(new Rectangle2D.Double(0, 0, graphic.width(), graphic.height()), Ink.GROUND);
    graphic.marks().forEach(this::paint);
  }

  private void paint(Mark mark) {
    switch (mark) {
      case Mark.Line line ->
          draw(new Line2D.Double(line.x1(), line.y1(), line.x2(), line.y2()), line.pen());
      case Mark.Box box -> {
        Shape shape = new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
        fill(shape, box.fill());
        draw(shape, box.edge());
      }
      case Mark.Disc disc -> {
        double size = 2 * disc.radius();
        Shape shape =
            new Ellipse2D.Double(disc.x() - disc.radius(), disc.y() - disc.radius(), size, size);
        fill(shape, disc.fill());
        draw(shape, disc.edge());
      }
      case Mark.Words words -> write(words);
    }
  }

  private void write(Mark.Words words) {
    Letters letters = words.letters();
    double width = letters.face().width(words.text()) * letters.size();
    double x =
        switch (words.anchor()) {
          case START -> words.x();
          case MIDDLE -> words.x() - width / 2;
          case END -> words.x() - width;
        };
    Shape text = letters.face().outline(words.text(), x, words.y(), letters.size());
    canvas.setColor(color(Ink.GROUND));
    canvas.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    canvas.draw(text);
    fill(text, words.ink());
  }

  private void fill(Shape shape, Ink ink) {
    if (ink != Ink.NONE) {
      canvas.setColor(color(ink));
      canvas.fill(shape);
    }
  }

  private void draw(Shape shape, Pen pen) {
    if (pen.ink() == Ink.NONE) {
      return;
    }
    float width = (float) pen.width();
    canvas.setColor(color(pen.ink()));
    canvas.setStroke(
        pen.dash() == 0
            ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER)
            : new BasicStroke(
                width,
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_MITER,
                10,
                new float[] {(float) pen.dash(), (float) pen.gap()},
                0));
    canvas.draw(shape);
  }

  private Color color(Ink ink) {
    return Color.decode(ink.shade(night, graphic.invented()));
  }
}

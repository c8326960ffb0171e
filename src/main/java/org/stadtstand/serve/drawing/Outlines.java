package org.stadtstand.serve.drawing;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.nio.ByteBuffer;

/**
 * The outlines of a font's glyphs: contours of points on and off a quadratic curve, or other glyphs
 * put together, as a letter and its dots are.
 */
record Outlines(ByteBuffer file, int loca, int glyf, boolean longPlaces) {

  private static final int ON_CURVE = 1;
  private static final int SHORT_X = 2;
  private static final int SHORT_Y = 4;
  private static final int REPEATED = 8;
  private static final int SAME_X = 16;
  private static final int SAME_Y = 32;

  private static final int WORDS = 1;
  private static final int SCALED = 8;
  private static final int MORE = 32;
  private static final int SCALED_BOTH = 64;
  private static final int TRANSFORMED = 128;

  /** Two and fourteen bits. */
  private static final double F2DOT14 = 1 << 14;

  /** The outline in units of the font, upwards; empty for a space. */
  Path2D of(int glyph) {
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    int at = place(glyph);
    if (at < place(glyph + 1)) {
      ByteBuffer data = file.duplicate().position(glyf + at);
      int contours = data.getShort();
      data.position(data.position() + 8);
      if (contours >= 0) {
        addContours(data, contours, path);
      } else {
        addParts(data, path);
      }
    }
    return path;
  }

  private int place(int glyph) {
    return longPlaces
        ? file.getInt(loca + 4 * glyph)
        : 2 * (file.getShort(loca + 2 * glyph) & 0xFFFF);
  }

  private void addParts(ByteBuffer data, Path2D path) {
    int flags;
    do {
      flags = data.getShort();
      int glyph = data.getShort() & 0xFFFF;
      double x = (flags & WORDS) == 0 ? data.get() : data.getShort();
      double y = (flags & WORDS) == 0 ? data.get() : data.getShort();
      path.append(of(glyph).getPathIterator(placed(data, flags, x, y)), false);
    } while ((flags & MORE) != 0);
  }

  private static AffineTransform placed(ByteBuffer data, int flags, double x, double y) {
    double xx = 1;
    double xy = 0;
    double yx = 0;
    double yy = 1;
    if ((flags & SCALED) != 0) {
      xx = data.getShort() / F2DOT14;
      yy = xx;
    } else if ((flags & SCALED_BOTH) != 0) {
      xx = data.getShort() / F2DOT14;
      yy = data.getShort() / F2DOT14;
    } else if ((flags & TRANSFORMED) != 0) {
      xx = data.getShort() / F2DOT14;
      xy = data.getShort() / F2DOT14;
      yx = data.getShort() / F2DOT14;
      yy = data.getShort() / F2DOT14;
    }
    return new AffineTransform(xx, xy, yx, yy, x, y);
  }

  private static void addContours(ByteBuffer data, int contours, Path2D path) {
    int[] ends = new int[contours];
    for (int i = 0; i < contours; i++) {
      ends[i] = data.getShort() & 0xFFFF;
    }
    int points = contours == 0 ? 0 : ends[contours - 1] + 1;
    data.position(data.position() + 2 + (data.getShort(data.position()) & 0xFFFF));
    int[] flags = flags(data, points);
    int[] x = coordinates(data, flags, SHORT_X, SAME_X);
    int[] y = coordinates(data, flags, SHORT_Y, SAME_Y);
    int first = 0;
    for (int end : ends) {
      new Contour(flags, x, y, first, end - first + 1).add(path);
      first = end + 1;
    }
  }

  private static int[] flags(ByteBuffer data, int points) {
    int[] flags = new int[points];
    for (int i = 0; i < points; i++) {
      flags[i] = data.get();
      int repeats = (flags[i] & REPEATED) == 0 ? 0 : data.get() & 0xFF;
      for (int repeated = 0; repeated < repeats; repeated++) {
        flags[i + 1] = flags[i];
        i++;
      }
    }
    return flags;
  }

  /** Each is told by its distance from the one before. */
  private static int[] coordinates(ByteBuffer data, int[] flags, int isShort, int isSame) {
    int[] all = new int[flags.length];
    int value = 0;
    for (int i = 0; i < all.length; i++) {
      boolean same = (flags[i] & isSame) != 0;
      if ((flags[i] & isShort) != 0) {
        int step = data.get() & 0xFF;
        value += same ? step : -step;
      } else if (!same) {
        value += data.getShort();
      }
      all[i] = value;
    }
    return all;
  }

  /** A closed line; between two points off the curve lies one on it, which the file leaves out. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Contour(int[] flags, int[] x, int[] y, int first, int count) {

    void add(Path2D path) {
      if (count < 2) {
        return;
      }
      int start = isOn(0) ? 0 : isOn(count - 1) ? count - 1 : -1;
      double beginX = start < 0 ? (x(0) + x(count - 1)) / 2 : x(start);
      double beginY = start < 0 ? (y(0) + y(count - 1)) / 2 : y(start);
      path.moveTo(beginX, beginY);
      for (int i = start < 0 ? 0 : start + 1; i < count + Math.max(0, start); i++) {
        if (isOn(i)) {
          path.lineTo(x(i), y(i));
          continue;
        }
        boolean last = i == count + Math.max(0, start) - 1;
        boolean curveEnds = isOn(i + 1);
        double endX = last ? beginX : curveEnds ? x(i + 1) : (x(i) + x(i + 1)) / 2;
        double endY = last ? beginY : curveEnds ? y(i + 1) : (y(i) + y(i + 1)) / 2;
        path.quadTo(x(i), y(i), endX, endY);
        i += curveEnds && !last ? 1 : 0;
      }
      path.closePath();
    }

    private boolean isOn(int i) {
      return (flags[place(i)] & ON_CURVE) != 0;
    }

    private double x(int i) {
      return x[place(i)];
    }

    private double y(int i) {
      return y[place(i)];
    }

    private int place(int i) {
      return first + i % count;
    }
  }
}

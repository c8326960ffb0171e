package org.stadtstand.serve.drawing;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A font of ours, read from its file (TrueType, as ISO/IEC 14496-22 describes it). Java's own fonts
 * are those of the machine, and a slim container has none: texts would be of another width on each
 * node, and labels at other places.
 */
final class TrueType {

  static final TrueType REGULAR = read("Roboto-Regular.ttf");
  static final TrueType BOLD = read("Roboto-Bold.ttf");

  private static final String FOLDER = "/com/formdev/flatlaf/fonts/roboto/";
  private static final int DIRECTORY = 12;
  private static final int ENTRY = 16;

  private final ByteBuffer file;
  private final Map<String, Integer> tables = new HashMap<>();
  private final int unitsPerEm;
  private final int metrics;
  private final int characters;
  private final Outlines outlines;

  private TrueType(byte[] bytes) {
    this.file = ByteBuffer.wrap(bytes);
    int count = unsigned(4);
    for (int i = 0; i < count; i++) {
      int entry = DIRECTORY + i * ENTRY;
      tables.put(new String(bytes, entry, 4, StandardCharsets.US_ASCII), file.getInt(entry + 8));
    }
    this.unitsPerEm = unsigned(table("head") + 18);
    this.metrics = unsigned(table("hhea") + 34);
    this.characters = characters();
    boolean longPlaces = unsigned(table("head") + 50) == 1;
    this.outlines = new Outlines(file, table("loca"), table("glyf"), longPlaces);
  }

  private static TrueType read(String name) {
    try (InputStream file = TrueType.class.getResourceAsStream(FOLDER + name)) {
      return new TrueType(Objects.requireNonNull(file, name).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("A font of ours cannot be read", e);
    }
  }

  /** The width of a text, in ems. */
  double width(String text) {
    return text.codePoints().map(c -> advance(glyph(c))).sum() / (double) unitsPerEm;
  }

  /** A text as a shape that begins at a point of its base line. */
  Shape outline(String text, double x, double y, double size) {
    Path2D shape = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double scale = size / unitsPerEm;
    double pen = x;
    for (int glyph : text.codePoints().map(this::glyph).toArray()) {
      AffineTransform place = new AffineTransform(scale, 0, 0, -scale, pen, y);
      shape.append(outlines.of(glyph).getPathIterator(place), false);
      pen += advance(glyph) * scale;
    }
    return shape;
  }

  private int advance(int glyph) {
    return unsigned(table("hmtx") + 4 * Math.min(glyph, metrics - 1));
  }

  /** Where the table of characters stands: format 4, which holds the first 65,536 of Unicode. */
  private int characters() {
    int cmap = table("cmap");
    for (int i = 0; i < unsigned(cmap + 2); i++) {
      int found = cmap + file.getInt(cmap + 4 + 8 * i + 4);
      if (unsigned(found) == 4) {
        return found;
      }
    }
    throw new IllegalStateException("A font of ours lists no characters");
  }

  /** The number of a character's glyph; 0, which is an empty box, if it has none. */
  private int glyph(int character) {
    int twice = unsigned(characters + 6);
    int ends = characters + 14;
    int starts = ends + twice + 2;
    for (int at = 0; at < twice; at += 2) {
      if (character <= unsigned(ends + at)) {
        int start = unsigned(starts + at);
        return character < start ? 0 : glyph(character, start, starts + twice + at, twice);
      }
    }
    return 0;
  }

  private int glyph(int character, int start, int delta, int twice) {
    int offset = unsigned(delta + twice);
    if (offset == 0) {
      return character + unsigned(delta) & 0xFFFF;
    }
    int listed = unsigned(delta + twice + offset + 2 * (character - start));
    return listed == 0 ? 0 : listed + unsigned(delta) & 0xFFFF;
  }

  private int table(String name) {
    return Objects.requireNonNull(tables.get(name), name);
  }

  private int unsigned(int at) {
    return file.getShort(at) & 0xFFFF;
  }
}

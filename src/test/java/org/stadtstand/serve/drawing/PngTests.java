package org.stadtstand.serve.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.stadtstand.serve.drawing.Mark.Anchor;

/** Graphics as pixels. */
class PngTests {

  private static final int GROUND = 0xFFFFFF;
  private static final int ACCENT = 0x0B4F6C;

  private static Graphic graphic(Mark... marks) {
    return new Graphic(60, 40, "Titel", "Beschreibung", false, List.of(marks));
  }

  private static BufferedImage painted(boolean night, Mark... marks) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(Png.file(graphic(marks), night)));
  }

  private static int color(BufferedImage image, int x, int y) {
    return image.getRGB(2 * x, 2 * y) & 0xFFFFFF;
  }

  @Test
  void hasTwoPixelsForEachOfTheGraphics() throws IOException {
    BufferedImage image = painted(false);
    assertThat(image.getWidth()).isEqualTo(120);
    assertThat(image.getHeight()).isEqualTo(80);
    assertThat(color(image, 30, 20)).isEqualTo(GROUND);
    assertThat(color(painted(true), 30, 20)).isEqualTo(0x1A1F22);
  }

  @Test
  void filledIsFilledAndHollowIsHollow() throws IOException {
    Pen pen = Pen.of(Ink.ACCENT, 2);
    BufferedImage image =
        painted(
            false,
            new Mark.Disc(10, 10, 5, Ink.ACCENT, Pen.NONE),
            new Mark.Disc(30, 10, 5, Ink.GROUND, pen),
            new Mark.Box(45, 5, 10, 10, Ink.NONE, pen),
            new Mark.Line(0, 30, 60, 30, pen.dashed(10, 10)));
    assertThat(color(image, 10, 10)).isEqualTo(ACCENT);
    assertThat(color(image, 30, 10)).isEqualTo(GROUND);
    assertThat(color(image, 25, 10)).isEqualTo(ACCENT);
    assertThat(color(image, 50, 10)).isEqualTo(GROUND);
    assertThat(color(image, 45, 10)).isEqualTo(ACCENT);
    assertThat(color(image, 5, 30)).isEqualTo(ACCENT);
    assertThat(color(image, 15, 30)).isEqualTo(GROUND);
  }

  @Test
  void aTextStandsWhereItsAnchorSays() throws IOException {
    for (Anchor anchor : Anchor.values()) {
      BufferedImage image =
          painted(false, new Mark.Words(30, 25, "HH", Letters.TITLE, anchor, Ink.INK));
      assertThat(isInked(image, 10, 29)).as("left of %s", anchor).isEqualTo(anchor != Anchor.START);
      assertThat(isInked(image, 31, 55)).as("right of %s", anchor).isEqualTo(anchor != Anchor.END);
    }
  }

  private static boolean isInked(BufferedImage image, int from, int to) {
    for (int x = from; x < to; x++) {
      if (color(image, x, 20) != GROUND) {
        return true;
      }
    }
    return false;
  }

  @Test
  void lettersWithDotsArePutTogether() {
    Shape plain = TrueType.REGULAR.outline("u", 0, 0, 100);
    Shape dotted = TrueType.REGULAR.outline("ü", 0, 0, 100);
    assertThat(dotted.getBounds2D().getMinY()).isLessThan(plain.getBounds2D().getMinY() - 10);
    assertThat(dotted.getBounds2D().getWidth()).isEqualTo(plain.getBounds2D().getWidth());
    assertThat(TrueType.REGULAR.outline(" ", 0, 0, 100).getBounds2D().isEmpty()).isTrue();
  }

  @Test
  void everyLetterStaysInItsLine() {
    for (char letter = '!'; letter <= 'ÿ'; letter++) {
      if (letter <= '~' || letter > 0xA0 && letter != 0xAD) {
        Shape shape = TrueType.BOLD.outline(String.valueOf(letter), 0, 0, 100);
        assertThat(shape.getBounds2D().isEmpty()).as("%s is drawn", letter).isFalse();
        assertThat(shape.getBounds2D().getMinY()).as("top of %s", letter).isBetween(-105.0, 10.0);
        assertThat(shape.getBounds2D().getMaxY()).as("foot of %s", letter).isBetween(-70.0, 30.0);
        assertThat(shape.getBounds2D().getMaxX())
            .as("width of %s", letter)
            .isLessThanOrEqualTo(100 * TrueType.BOLD.width(String.valueOf(letter)) + 10);
      }
    }
  }

  @Test
  void theSameGraphicHasTheSameBytes() {
    Graphic graphic =
        graphic(new Mark.Words(5, 25, "größer", Letters.LABEL, Anchor.START, Ink.INK));
    assertThat(Png.file(graphic, false)).isEqualTo(Png.file(graphic, false));
  }
}

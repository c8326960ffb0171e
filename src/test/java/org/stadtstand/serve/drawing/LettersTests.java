package org.stadtstand.serve.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The room that texts take: enough in every font, and breaks that lose nothing. */
class LettersTests {

  /** All texts of both cities' deliveries. */
  private static Set<String> texts() throws IOException {
    Set<String> texts = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("seed-data"))) {
      files.filter(file -> file.toString().endsWith(".csv")).forEach(file -> read(file, texts));
    }
    return texts;
  }

  private static void read(Path file, Set<String> texts) {
    try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file)) {
      rows.forEach(row -> row.getFields().stream().filter(WideFont::knows).forEach(texts::add));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theWidestFontNeedsNoMoreRoomThanIsLeft(Letters letters) throws IOException {
    WideFont wide = letters.bold() ? WideFont.BOLD : WideFont.REGULAR;
    List<String> texts = texts().stream().filter(text -> text.length() > 5).toList();
    assertThat(texts)
        .hasSizeGreaterThan(5_000)
        .allSatisfy(
            text ->
                assertThat(wide.width(text) * letters.size())
                    .isLessThanOrEqualTo(letters.width(text)));
  }

  @Test
  void theFontIsReadAsItsMakersMeantIt() {
    assertThat(TrueType.REGULAR.width("H")).isCloseTo(0.713, within(0.001));
    assertThat(TrueType.REGULAR.width("HH")).isCloseTo(2 * 0.713, within(0.002));
    assertThat(TrueType.BOLD.width("i")).isLessThan(TrueType.BOLD.width("W"));
    assertThat(TrueType.REGULAR.width("\u2212"))
        .as("a real minus has a glyph of its own")
        .isNotEqualTo(TrueType.REGULAR.width("\uFFFF"));
  }

  @Test
  void linesFitAndLoseNoWord() throws IOException {
    List<String> texts = texts().stream().filter(text -> text.length() > 60).toList();
    assertThat(texts).isNotEmpty();
    for (String text : texts) {
      List<String> lines = Letters.TITLE.lines(text, 330);
      assertThat(lines)
          .isNotEmpty()
          .allSatisfy(line -> assertThat(Letters.TITLE.width(line)).isLessThanOrEqualTo(330));
      assertThat(String.join("", lines).replaceAll("[\\s-]", ""))
          .isEqualTo(text.replaceAll("[\\s-]", ""));
    }
  }

  @Test
  void aWordThatNoLineHoldsIsBrokenAndSaysSo() {
    String word = "Dienstleistungsdigitalisierungsfortschrittsbericht";
    List<String> lines = Letters.TITLE.lines(word, 150);
    assertThat(lines.subList(0, lines.size() - 1))
        .hasSizeGreaterThan(1)
        .allMatch(line -> line.endsWith("-"));
    assertThat(String.join("", lines).replace("-", "")).isEqualTo(word);
  }

  @Test
  void aTextThatIsCutEndsInAnEllipsis() {
    assertThat(Letters.NOTE.lines("eins zwei drei vier fünf", 60, 2))
        .hasSize(2)
        .last()
        .asString()
        .endsWith("…");
    assertThat(Letters.NOTE.lines("eins", 60, 2)).containsExactly("eins");
  }
}

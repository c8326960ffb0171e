package org.stadtstand.ground.unit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stadtstand.ground.text.Text;

/**
 * A line of units.csv, the one place where units are declared.
 *
 * @param measure what is measured; of a substance, what measures it
 * @param spellings all it may be called, its name and its words among them, as {@link #folded}
 */
record UnitLine(
    Part part,
    String name,
    String symbol,
    Text one,
    Text many,
    String measure,
    BigDecimal factor,
    List<String> spellings) {

  private static final Pattern NOISE = Pattern.compile("[\\s\\p{Z}.\\p{Pd}()\\[\\]]+");

  static final List<UnitLine> ALL = read();

  /** What a line declares; an alias is a further spelling of what others put together. */
  enum Part {
    SCALE,
    SUBSTANCE,
    RATE,
    UNIT,
    ALIAS
  }

  static List<UnitLine> of(Part part) {
    return ALL.stream().filter(line -> line.part() == part).toList();
  }

  /** Whether the unit is called by its sign, which is the same in every number and language. */
  boolean isSign() {
    return name.equals(symbol);
  }

  /** Case, blanks, points, hyphens, brackets and the way to write ₂ and ä do not count. */
  static String folded(String spelling) {
    return NOISE
        .matcher(Normalizer.normalize(spelling, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
        .replaceAll("")
        .replace("ä", "ae")
        .replace("ö", "oe")
        .replace("ü", "ue")
        .replace("ß", "ss");
  }

  private static UnitLine parsed(String text) {
    String[] cells = text.split(",", -1);
    return new UnitLine(
        Part.valueOf(cells[0].toUpperCase(Locale.ROOT)),
        cells[1],
        cells[2],
        new Text(cells[3], cells[5]),
        new Text(cells[4], cells[6]),
        cells[7].isEmpty() ? cells[1] : cells[7],
        cells[8].isEmpty() ? BigDecimal.ONE : new BigDecimal(cells[8]),
        Stream.concat(Stream.of(cells).skip(1).limit(6), Stream.of(cells[9].split("\\|")))
            .filter(spelling -> !spelling.isEmpty())
            .map(UnitLine::folded)
            .distinct()
            .toList());
  }

  private static List<UnitLine> read() {
    try (InputStream file = UnitLine.class.getResourceAsStream("/units.csv")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(UnitLine::parsed).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

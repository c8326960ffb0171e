package org.stadtstand.ground.unit;

import java.math.BigDecimal;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Text;

/**
 * A unit of the list, or a word that is not in it and is compared with itself only.
 *
 * @param name what it is stored as, whatever a delivery calls it
 * @param measure what it measures; only units of one measure convert
 * @param factor how many of the smallest unit of its measure it is
 * @param one what follows the number 1
 * @param many what follows any other number: a word, or a sign such as kt CO₂
 * @param text the unit in words, as the head of a column has it
 */
public record Unit(String name, String measure, BigDecimal factor, Text one, Text many, Text text)
    implements LabelledChoice {

  static Unit unlisted(String word) {
    Text words = new Text(word, null);
    return new Unit(word, word, BigDecimal.ONE, words, words, words);
  }

  /** So many of it: "1 Tag", "2,5 Mio. Euro", "1.953 kt CO₂". */
  public String amount(BigDecimal value, Language language) {
    boolean single = value.abs().compareTo(BigDecimal.ONE) == 0;
    // A sign that begins the next line is read as something else.
    char space = many.equals(text) ? ' ' : '\u00A0';
    return new Figures(language).number(value) + space + (single ? one : many).in(language);
  }

  /** Its name, which is what the database and the API hold. */
  @Override
  public String toString() {
    return name;
  }
}

package org.stadtstand.record.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A word as it stands in a text: letters and digits, whatever is between them. The same rule splits
 * published texts, questions and excerpts, so that what is found can be shown.
 *
 * @param word in small letters
 * @param from where it begins in the text
 * @param to where it ends, exclusive
 */
public record WrittenWord(String word, int from, int to) {

  private static final Set<Byte> OF_WORDS =
      Set.of(
          Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER);

  /** The words of a text in their order. */
  public static List<WrittenWord> of(String text) {
    List<WrittenWord> words = new ArrayList<>();
    int from = 0;
    int at = 0;
    // Every text that is published goes through here; a regular expression takes far longer.
    while (at < text.length()) {
      int character = text.codePointAt(at);
      int next = at + Character.charCount(character);
      if (!isOfWord(character)) {
        add(words, text, from, at);
        from = next;
      }
      at = next;
    }
    add(words, text, from, at);
    return words;
  }

  private static void add(List<WrittenWord> words, String text, int from, int to) {
    if (from < to) {
      words.add(new WrittenWord(text.substring(from, to).toLowerCase(Locale.GERMAN), from, to));
    }
  }

  static boolean isOfWord(int character) {
    return character < 0x80
        ? Character.isLetterOrDigit(character)
        : OF_WORDS.contains((byte) Character.getType(character));
  }
}

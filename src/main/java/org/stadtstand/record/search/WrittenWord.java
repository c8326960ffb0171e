package org.stadtstand.record.search;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A word as it stands in a text: letters and digits, whatever is between them. The same rule splits
 * published texts, questions and excerpts, so that what is found can be shown.
 *
 * @param word in small letters
 * @param from where it begins in the text
 * @param to where it ends, exclusive
 */
public record WrittenWord(String word, int from, int to) {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  /** The words of a text in their order. */
  public static List<WrittenWord> of(String text) {
    return WORD.matcher(text)
        .results()
        .map(
            found ->
                new WrittenWord(
                    found.group().toLowerCase(Locale.GERMAN), found.start(), found.end()))
        .toList();
  }
}

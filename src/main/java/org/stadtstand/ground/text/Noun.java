package org.stadtstand.ground.text;

import java.math.BigDecimal;

/**
 * What a number counts, in the form that the number wants: nobody has 1 days.
 *
 * @param one behind a one
 * @param many behind any other number
 */
public record Noun(Text one, Text many) {

  /** In the order in which dictionaries have them. */
  public static Noun of(String one, String many, String english, String manyEnglish) {
    return new Noun(new Text(one, english), new Text(many, manyEnglish));
  }

  /** The form that stands behind a number. */
  public String after(int count, Language language) {
    return (Math.abs(count) == 1 ? one : many).in(language);
  }

  /** The number and the noun. */
  public String counted(int count, Language language) {
    return new Figures(language).number(BigDecimal.valueOf(count)) + " " + after(count, language);
  }
}

package org.stadtstand.ground.text;

import java.util.regex.Pattern;

/** A language in which texts and labels are available; German is the language of the data. */
public enum Language {
  DE,
  EN;

  private static final Pattern QUOTED = Pattern.compile("[„“”]([^„“”]*)[„“”]");

  /** Picks the wording in this language. */
  public String pick(String de, String en) {
    return this == DE ? de : en;
  }

  /** A title or what somebody said, in quotation marks; marks inside it become single ones. */
  public String quoted(String text) {
    String within = QUOTED.matcher(text).replaceAll(pick("‚$1‘", "‘$1’"));
    return pick("„" + within + "“", "“" + within + "”");
  }

  /** What somebody said: in quotation marks if word for word, and otherwise said to be no quote. */
  public String spoken(String text, boolean verbatim) {
    return verbatim ? quoted(text) : pick("sinngemäß: ", "paraphrased: ") + text;
  }
}

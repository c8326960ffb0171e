package org.stadtstand.ground.text;

/** A language in which texts and labels are available; German is the language of the data. */
public enum Language {
  DE,
  EN;

  /** Picks the wording in this language. */
  public String pick(String de, String en) {
    return this == DE ? de : en;
  }

  /** A title or what somebody said, in quotation marks; marks inside it become single ones. */
  public String quoted(String text) {
    return this == DE
        ? "„" + text.replace('„', '‚').replace('“', '‘') + "“"
        : "“" + text.replace('“', '‘').replace('”', '’') + "”";
  }

  /** What somebody said: in quotation marks if word for word, and otherwise said to be no quote. */
  public String spoken(String text, boolean verbatim) {
    return verbatim ? quoted(text) : pick("sinngemäß: ", "paraphrased: ") + text;
  }
}

package org.stadtstand.demo;

import java.util.List;

/** What a project is about, in both languages; {@code service} is empty unless it is about one. */
record Topic(Phrase title, Phrase summary, String area, List<String> offices, String service) {

  /** A text and its translation. */
  record Phrase(String de, String en) {

    Phrase fill(Phrase value) {
      return new Phrase(de.replace("{}", value.de), en.replace("{}", value.en));
    }

    Phrase plus(String moreDe, String moreEn) {
      return new Phrase(de + moreDe, en + moreEn);
    }
  }
}

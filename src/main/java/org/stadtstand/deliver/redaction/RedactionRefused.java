package org.stadtstand.deliver.redaction;

import org.stadtstand.ground.text.Text;

/** Thrown if a redaction cannot be made, with a sentence for whoever ordered it. */
final class RedactionRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Text sentence;

  RedactionRefused(String de, String en) {
    super(en);
    this.sentence = new Text(de, en);
  }

  Text sentence() {
    return sentence;
  }
}

package org.stadtstand.deliver.publication;

import org.stadtstand.ground.text.Text;

/** Why a redaction cannot be made: a sentence for whoever ordered it. */
public final class RedactionRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Text sentence;

  public RedactionRefused(String de, String en) {
    super(en);
    this.sentence = new Text(de, en);
  }

  public Text sentence() {
    return sentence;
  }
}

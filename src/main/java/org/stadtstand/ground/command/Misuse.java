package org.stadtstand.ground.command;

/** A command that names what is not there: told like a misspelt option, together with the usage. */
public final class Misuse extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Misuse(String sentence) {
    super(sentence);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}

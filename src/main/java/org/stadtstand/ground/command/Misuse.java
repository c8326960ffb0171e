package org.stadtstand.ground.command;

/**
 * Thrown when a command names something that does not exist; reported like a misspelt option, along
 * with the usage.
 */
public final class Misuse extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Misuse(String sentence) {
    super(sentence);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}

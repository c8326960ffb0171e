package org.stadtstand.record.sheets;

/** A sheet whose bytes cannot be read: of another version, or damaged. */
final class UnreadableSheet extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableSheet(String sentence) {
    super(sentence);
  }
}

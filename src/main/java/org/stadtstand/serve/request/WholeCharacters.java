package org.stadtstand.serve.request;

import java.io.Reader;

/**
 * Reads a text without ending between the two halves of a character. The parser reads in pieces of
 * 4,096 and takes a half at the end of a piece for a character of its own, which is in no grammar.
 */
final class WholeCharacters extends Reader {

  /** Fewer than the buffers on the way hold, so that each piece arrives as it is given. */
  private static final int PIECE = 2_048;

  private final String text;
  private int at;

  WholeCharacters(String text) {
    this.text = text;
  }

  @Override
  public int read(char[] into, int from, int most) {
    if (at == text.length()) {
      return -1;
    }
    int end = Math.min(text.length(), at + Math.min(most, PIECE));
    if (end - at > 1 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    text.getChars(at, end, into, from);
    int read = end - at;
    at = end;
    return read;
  }

  /** Never: a buffer would fill itself up with a further piece, and end it anywhere. */
  @Override
  public boolean ready() {
    return false;
  }

  @Override
  public void close() {}
}

package org.stadtstand.deliver.reading;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.stadtstand.deliver.description.Dialect;

/**
 * Follows the quotes of a CSV file as it is read, because the parser takes a quote that is never
 * closed for one that ends with the file, and so swallows every row in between.
 */
final class QuoteTracker extends FilterReader {

  /** Where the last character stands. */
  private enum State {
    FIELD_START,
    PLAIN,
    QUOTED,
    AFTER_QUOTE,
    AFTER_BLANK,
    BROKEN
  }

  private final char delimiter;
  private final char quote;
  private State state = State.FIELD_START;
  private long line = 1;
  private long opened;
  private boolean carriageReturn;

  QuoteTracker(Reader in, Dialect dialect) {
    super(in);
    this.delimiter = dialect.delimiter();
    this.quote = dialect.quote();
  }

  /** The line of a quote that is still open, or was closed in the middle of a field; 0 if none. */
  long openedAt() {
    return state == State.QUOTED || state == State.BROKEN ? opened : 0;
  }

  @Override
  public int read() throws IOException {
    int c = super.read();
    if (c >= 0) {
      follow((char) c);
    }
    return c;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    for (int i = offset; i < offset + read; i++) {
      follow(buffer[i]);
    }
    return read;
  }

  private void follow(char c) {
    boolean lineEnd = c == '\r' || (c == '\n' && !carriageReturn);
    line += lineEnd ? 1 : 0;
    carriageReturn = c == '\r';
    boolean separator = c == delimiter || c == '\n' || c == '\r';
    boolean blank = c <= ' ' && !separator;
    switch (state) {
      case FIELD_START -> {
        if (c == quote) {
          opened = line;
          state = State.QUOTED;
        } else if (!separator && !blank) {
          state = State.PLAIN;
        }
      }
      case PLAIN -> state = separator ? State.FIELD_START : State.PLAIN;
      case QUOTED -> state = c == quote ? State.AFTER_QUOTE : State.QUOTED;
      case AFTER_QUOTE -> state = c == quote ? State.QUOTED : ended(separator, blank);
      case AFTER_BLANK -> state = ended(separator, blank);
      case BROKEN -> {}
    }
  }

  private static State ended(boolean separator, boolean blank) {
    return separator ? State.FIELD_START : blank ? State.AFTER_BLANK : State.BROKEN;
  }
}

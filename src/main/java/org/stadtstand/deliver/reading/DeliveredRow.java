package org.stadtstand.deliver.reading;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A row of a delivered table.
 *
 * @param values one for each column of the record type, in its order: text, numbers, dates, lists
 *     or references
 * @param bad whether a finding prevents the row from being published; it still counts as listed, so
 *     that one mistake does not cause a second finding elsewhere
 */
public record DeliveredRow(long line, String key, boolean bad, @Nullable Object[] values) {

  /** Receives the rows of a table as they are read; none is kept. */
  public interface Sink {

    void take(DeliveredRow row) throws IOException;
  }
}

package org.stadtstand.graph.steps;

import java.util.Collection;
import org.stadtstand.record.time.Release;
import org.stadtstand.record.time.Seal;

/** How many rows releases touched, as their seals say: known without reading any. */
public final class TouchedRows {

  private TouchedRows() {}

  /** The rows that the releases began and ended. */
  public static long of(Collection<Release> releases) {
    return releases.stream()
        .map(Release::seal)
        .mapToLong(seal -> (long) seal.opened() + seal.closed())
        .sum();
  }

  /**
   * The most changes that these can be: one of a record that came or went, and one for each column
   * of a record that had another row before.
   */
  public static long changes(Collection<Release> releases, int columns) {
    return releases.stream().map(Release::seal).mapToLong(seal -> changes(seal, columns)).sum();
  }

  private static long changes(Seal seal, int columns) {
    long replaced = Math.min(seal.opened(), seal.closed());
    return Math.max(seal.opened(), seal.closed()) - replaced + replaced * Math.max(2, columns);
  }
}

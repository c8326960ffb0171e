package org.stadtstand.record.columns;

import org.stadtstand.ground.sql.Statements;
import org.stadtstand.record.listing.ListSizes;
import org.stadtstand.record.listing.ListedTypes;
import org.stadtstand.record.time.ReleaseDirectory;

/** Columns that a test holds itself, and a look at those of a server. */
public final class HeldColumns {

  private final ColumnCache cache;

  private HeldColumns(ColumnCache cache) {
    this.cache = cache;
  }

  /** Read once so many rows were counted. */
  public static HeldColumns after(int rows, Statements statements, ReleaseDirectory releases) {
    return new HeldColumns(new ColumnCache(statements, releases, new ColumnSettings(0.1, rows)));
  }

  public static boolean has(ColumnCache columns, String municipality) {
    return columns.has(municipality);
  }

  public RowCounts counts(ListedTypes types, ListSizes sizes) {
    return new RowCounts(types, sizes, cache);
  }

  public ListSizes.HeldOrder order(ListedTypes types) {
    return new RowOrder(types, cache);
  }

  public void settle() {
    cache.settle();
  }

  public void end() {
    cache.destroy();
  }
}

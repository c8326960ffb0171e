package org.stadtstand.serve.table;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a table, one after the other. */
@FunctionalInterface
public interface TableRowSink {

  /**
   * Takes a row.
   *
   * @param cells in the order of the columns
   * @param cut the lists that go on beyond what this row shows; null if none does
   * @return whether there is room for more
   */
  boolean row(@Nullable Object[] cells, @Nullable String cut) throws IOException;
}

package org.stadtstand.serve.table;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Receives the rows of a table one by one. */
@FunctionalInterface
public interface TableRowSink {

  /**
   * Receives a row.
   *
   * @param cells in the order of the columns
   * @param cut the lists that continue beyond what this row shows; null if none does
   * @return whether there is room for more
   */
  boolean row(@Nullable Object[] cells, @Nullable String cut) throws IOException;
}

package org.stadtstand.record.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.cache.RecordCache.Weighed;

/** One page of a list as it was read, with the place of each row. */
public record Slice<T>(List<T> nodes, List<Cursor> places, boolean hasPrevious, boolean hasNext)
    implements Weighed {

  public static <T> Slice<T> none() {
    return new Slice<>(List.of(), List.of(), false, false);
  }

  @Override
  public int weight() {
    return 1 + nodes.size();
  }

  /** The cursor of a row, which is written only when it is asked for. */
  public String cursor(int row) {
    return places.get(row).encode();
  }

  public @Nullable String startCursor() {
    return places.isEmpty() ? null : cursor(0);
  }

  public @Nullable String endCursor() {
    return places.isEmpty() ? null : cursor(places.size() - 1);
  }
}

package org.stadtstand.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtstand.cache.RecordCache.Weighed;

/** One page of a list as it was read, with the cursor of each row. */
public record Slice<T>(List<T> nodes, List<String> cursors, boolean hasPrevious, boolean hasNext)
    implements Weighed {

  public static <T> Slice<T> none() {
    return new Slice<>(List.of(), List.of(), false, false);
  }

  @Override
  public int weight() {
    return 1 + nodes.size();
  }

  public @Nullable String startCursor() {
    return cursors.isEmpty() ? null : cursors.getFirst();
  }

  public @Nullable String endCursor() {
    return cursors.isEmpty() ? null : cursors.getLast();
  }
}

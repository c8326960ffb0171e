package org.stadtstand.graph.versions;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.steps.FeedCursor;
import org.stadtstand.graph.steps.Position;
import org.stadtstand.record.listing.Page;

/**
 * Which part of a record's versions is asked for.
 *
 * @param list names the type and the direction in cursors
 * @param page how many, from the start or from the end
 * @param after the release of the version that the page follows; null to begin at the start
 * @param before the release of the version that the page precedes; null to end at the end
 */
record VersionRequest(
    String list,
    boolean newestFirst,
    Page page,
    @Nullable Integer after,
    @Nullable Integer before) {

  static VersionRequest of(String typeName, Map<String, Object> arguments) {
    boolean newestFirst = "DESC".equals(arguments.get("direction"));
    String list = typeName + ".versions" + (newestFirst ? " DESC" : "");
    return new VersionRequest(
        list,
        newestFirst,
        Page.of((Integer) arguments.get("first"), null, (Integer) arguments.get("last"), null),
        release(list, arguments.get("after")),
        release(list, arguments.get("before")));
  }

  private static @Nullable Integer release(String list, @Nullable Object cursor) {
    return cursor == null ? null : FeedCursor.decode(list, cursor.toString()).release();
  }

  /** The release at which the list is continued; null if it is begun. */
  @Nullable Integer cursor() {
    return after == null ? before : after;
  }

  /** Names the release alone, so that it means the same below every parent. */
  String cursor(Version version) {
    return FeedCursor.encode(list, new Position(version.from().id(), 0, 0, ""));
  }

  /** Whether the version stands between the cursors. */
  boolean holds(Version version) {
    int release = version.from().id();
    return (after == null || isBefore(after, release))
        && (before == null || isBefore(release, before));
  }

  private boolean isBefore(int one, int other) {
    return newestFirst ? one > other : one < other;
  }
}

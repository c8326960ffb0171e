package org.stadtstand.graph.versions;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.steps.FeedCursor;
import org.stadtstand.graph.steps.Position;
import org.stadtstand.record.listing.Cursor;
import org.stadtstand.record.listing.Page;
import org.stadtstand.record.time.BasisRecorder;
import org.stadtstand.record.time.Pin;

/**
 * Which part of a record's versions is asked for.
 *
 * @param list names the type and the direction in cursors
 * @param page how many, from the start or from the end
 * @param after the version that the page follows; null to begin at the start
 * @param before the version that the page precedes; null to end at the end
 */
record VersionRequest(
    String list,
    boolean newestFirst,
    Page page,
    @Nullable Position after,
    @Nullable Position before) {

  static VersionRequest of(String typeName, Map<String, Object> arguments) {
    boolean newestFirst = "DESC".equals(arguments.get("direction"));
    String list = typeName + ".versions" + (newestFirst ? " DESC" : "");
    return new VersionRequest(
        list,
        newestFirst,
        Page.of((Integer) arguments.get("first"), null, (Integer) arguments.get("last"), null),
        position(list, arguments.get("after")),
        position(list, arguments.get("before")));
  }

  private static @Nullable Position position(String list, @Nullable Object cursor) {
    return cursor == null ? null : FeedCursor.decode(list, cursor.toString());
  }

  /** Refuses what was made in another municipality, or by a server that knows more releases. */
  void checkedFor(Pin pin, BasisRecorder basis) {
    for (Position cursor :
        Stream.of(Optional.ofNullable(after), Optional.ofNullable(before))
            .flatMap(Optional::stream)
            .toList()) {
      if (!cursor.field().equals(pin.place().key())) {
        throw Cursor.other(
            "for %s, but this is asked for %s".formatted(cursor.field(), pin.place().key()));
      }
      if (!basis.isHere(cursor.release())) {
        throw Cursor.ahead();
      }
    }
  }

  /** Names the release and its municipality, so that it means the same below every parent there. */
  String cursor(Version version) {
    String municipality = version.node().pin().place().key();
    return FeedCursor.encode(list, new Position(version.from().id(), 0, 0, municipality));
  }

  /** Whether the version stands between the cursors. */
  boolean holds(Version version) {
    int release = version.from().id();
    return (after == null || isBefore(after.release(), release))
        && (before == null || isBefore(release, before.release()));
  }

  private boolean isBefore(int one, int other) {
    return newestFirst ? one > other : one < other;
  }
}

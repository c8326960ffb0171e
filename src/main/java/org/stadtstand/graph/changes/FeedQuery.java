package org.stadtstand.graph.changes;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.steps.Position;
import org.stadtstand.record.cache.ResultCache.Weighed;
import org.stadtstand.record.time.Release;

/**
 * The arguments of the feed; also the key under which its page is cached, because a page up to a
 * given release can never change.
 *
 * @param list the municipality's key, or ALL
 * @param releases the requested releases, oldest first
 * @param after the position after which the page begins
 */
record FeedQuery(
    String list,
    List<Release> releases,
    Position after,
    Map<String, @Nullable Object> filter,
    int size)
    implements Weighed {

  /** The position after everything published. */
  Position end() {
    return releases.isEmpty() ? Position.START : Position.endOf(releases.getLast().id());
  }

  /** The releases are shared with the directory; a filter may be long. */
  @Override
  public int weight() {
    return 1 + filter.toString().length() / 250 + releases.size() / 60;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FeedQuery query
        && key().equals(query.key())
        && filter.equals(query.filter());
  }

  @Override
  public int hashCode() {
    return key().hashCode();
  }

  private List<Object> key() {
    // A redaction changes the content of pages read before it.
    int redactions = releases.stream().mapToInt(release -> release.place().redactions()).sum();
    return List.of(list, end(), after, size, redactions);
  }
}

package org.stadtstand.graph.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.Release;

/**
 * Two states of a municipality's record and the releases between them.
 *
 * @param from the earlier state; null for the empty record before the first release
 * @param to the later state; null if nothing had been published then either
 * @param between the releases after the earlier state up to the later one, oldest first
 */
record ReleaseRange(
    MunicipalityRef place, @Nullable Release from, @Nullable Release to, List<Release> between) {

  static ReleaseRange of(Pin from, Pin to, Present present) {
    List<Release> between =
        present.releases(from.place()).stream()
            .filter(release -> release.id() > from.release() && release.id() <= to.release())
            .toList();
    return new ReleaseRange(
        from.place(),
        present.release(from.release()).orElse(null),
        present.release(to.release()).orElse(null),
        between);
  }

  int fromId() {
    return from == null ? 0 : from.id();
  }

  int toId() {
    return to == null ? 0 : to.id();
  }

  Integer[] releases() {
    return between.stream().map(Release::id).toArray(Integer[]::new);
  }

  /** The mark in a cursor of the comparison. */
  String list() {
    return "compare " + place.key() + " " + fromId() + " " + toId();
  }
}

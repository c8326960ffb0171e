package org.stadtstand.serve.feeds;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.Release;
import org.stadtstand.record.time.StateName;

/**
 * The releases that a feed follows, newest first.
 *
 * @param present what is known on the page
 */
record FeedStates(Present present, List<Release> newestFirst) {

  static FeedStates of(Present present, Collection<MunicipalityRef> places) {
    return new FeedStates(
        present,
        places.stream()
            .flatMap(place -> present.releases(place).stream())
            .sorted(Comparator.comparing(Release::id).reversed())
            .toList());
  }

  /** Those of the city, or of all but invented ones. */
  static FeedStates of(Present present, @Nullable String city) {
    return of(
        present,
        city == null
            ? present.places().stream().filter(place -> !place.demo()).toList()
            : List.of(present.place(city)));
  }

  /** The release after so many. */
  Optional<Release> behind(int count) {
    return newestFirst.size() > count ? Optional.of(newestFirst.get(count)) : Optional.empty();
  }

  /**
   * When a release, as it is shown now, became what it is: something may have been withheld from it
   * later, and then whoever follows must read it again.
   */
  Instant updated(Release release) {
    return FeedPage.later(known(release), present.withheldAt(release.place()));
  }

  /** The moment that is the same on every installation. */
  static Instant known(Release release) {
    return release.knownFrom().toInstant();
  }

  static StateName name(Release release) {
    return new StateName(release.place().key(), release.number(), null);
  }
}

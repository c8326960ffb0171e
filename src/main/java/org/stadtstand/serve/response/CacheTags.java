package org.stadtstand.serve.response;

import java.util.LinkedHashSet;
import java.util.Set;
import org.stadtstand.record.time.Basis;
import org.stadtstand.record.time.Pin;

/**
 * The names by which caches in front of the server forget answers: a municipality, one of its
 * releases, what is about it now, and everything about now.
 */
public final class CacheTags {

  public static final String NOW = "now";

  private static final String EVERYWHERE = "everywhere";

  /**
   * CDNs accept about a kilobyte of tags; an answer about more municipalities has only the other
   * tags.
   */
  private static final int MUNICIPALITIES = 16;

  private CacheTags() {}

  static Set<String> of(Basis basis) {
    Set<String> tags = new LinkedHashSet<>();
    tags.add(basis.lasting() ? "lasting" : NOW);
    if (basis.everywhere() || basis.newest().size() > MUNICIPALITIES) {
      about(EVERYWHERE, basis, tags);
    }
    if (basis.newest().size() <= MUNICIPALITIES) {
      basis.newest().keySet().stream()
          .map(place -> place.key())
          .sorted()
          .forEach(place -> about(place, basis, tags));
      basis.pins().stream().map(CacheTags::release).sorted().forEach(tags::add);
    }
    return tags;
  }

  /** What of others' answers is out of date once a municipality has a new release. */
  public static Set<String> ofPublication(String place) {
    return Set.of(now(place), now(EVERYWHERE));
  }

  /** What may show something of a municipality that is withheld now, at any state. */
  public static Set<String> ofRedaction(String place) {
    return Set.of(place, EVERYWHERE);
  }

  private static void about(String place, Basis basis, Set<String> tags) {
    tags.add(place);
    if (!basis.lasting()) {
      tags.add(now(place));
    }
  }

  private static String now(String place) {
    return place + "@" + NOW;
  }

  private static String release(Pin pin) {
    return pin.place().key() + "@" + pin.number();
  }
}

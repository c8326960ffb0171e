package org.stadtstand.serve.response;

import java.util.LinkedHashSet;
import java.util.Set;
import org.stadtstand.record.time.Basis;
import org.stadtstand.record.time.Pin;

/**
 * The names by which an operator purges answers from a CDN: a municipality, one of its releases,
 * and everything about now.
 */
final class CacheTags {

  /**
   * CDNs accept about a kilobyte of tags; an answer about more municipalities has only the other
   * tags.
   */
  private static final int MUNICIPALITIES = 20;

  private CacheTags() {}

  static Set<String> of(Basis basis) {
    Set<String> tags = new LinkedHashSet<>();
    tags.add(basis.lasting() ? "lasting" : "now");
    if (basis.everywhere() || basis.newest().size() > MUNICIPALITIES) {
      tags.add("everywhere");
    }
    if (basis.newest().size() <= MUNICIPALITIES) {
      basis.newest().keySet().stream().map(place -> place.key()).sorted().forEach(tags::add);
      basis.pins().stream().map(CacheTags::release).sorted().forEach(tags::add);
    }
    return tags;
  }

  private static String release(Pin pin) {
    return pin.place().key() + "@" + pin.number();
  }
}

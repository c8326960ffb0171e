package org.stadtstand.serve.feeds;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;

/**
 * A page of a feed: the current one, or one of its archive, which later releases do not change (RFC
 * 5005, 4).
 *
 * @param page the page for people that shows the same
 * @param current the page of the feed to which others subscribe
 * @param older the page before; null on the oldest
 * @param updated the latest of its entries
 * @param author who says all this
 * @param rights how it may be used; null if nobody says
 */
record FeedPage(
    String id,
    String title,
    Language language,
    String self,
    String page,
    String current,
    @Nullable String older,
    boolean archive,
    Instant updated,
    String author,
    @Nullable String rights,
    List<FeedEntry> entries) {

  String lang() {
    return language.pick("de", "en");
  }

  /** The latest of some entries; what it was before, if there are none. */
  static Instant updated(List<FeedEntry> entries, Instant before) {
    return entries.stream().map(FeedEntry::updated).reduce(before, FeedPage::later);
  }

  static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}

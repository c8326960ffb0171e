package org.stadtstand.serve.feeds;

/** Reads what a page of a feed tells. */
@FunctionalInterface
interface FeedSource {

  /** Asks as often as the page needs; never more than its settings allow. */
  FeedPart read(FeedReading reading);
}

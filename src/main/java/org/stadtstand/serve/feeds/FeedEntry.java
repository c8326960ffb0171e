package org.stadtstand.serve.feeds;

import java.time.Instant;
import java.util.List;

/**
 * Something that happened.
 *
 * @param id the same for ever
 * @param link the page that shows it
 * @param text in sentences, one a line
 * @param published when it became known
 * @param updated the same, or when something of it was taken back or withheld later
 */
record FeedEntry(
    String id,
    String link,
    String title,
    String text,
    List<String> categories,
    Instant published,
    Instant updated) {}

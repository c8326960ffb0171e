package org.stadtstand.serve.feeds;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page of a feed tells.
 *
 * @param older where it goes on; null if this is the end
 */
record FeedPart(List<FeedEntry> entries, @Nullable FeedAddress older) {}

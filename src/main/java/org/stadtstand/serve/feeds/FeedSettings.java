package org.stadtstand.serve.feeds;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much a feed holds, and who gives its entries their ids.
 *
 * @param authority a domain of the operator, which is a part of every id; empty for the host of
 *     {@code link.public-url}
 * @param entries on a page, 200 at most
 * @param releases that a page looks at
 */
@ConfigurationProperties(prefix = "feeds", ignoreUnknownFields = false)
record FeedSettings(
    @DefaultValue("") String authority,
    @DefaultValue("100") int entries,
    @DefaultValue("20") int releases) {

  private static final int MOST = 200;

  FeedSettings {
    if (entries < 1 || entries > MOST || releases < 1 || releases > MOST) {
      throw new IllegalArgumentException(
          "feeds.entries and feeds.releases are from 1 to " + MOST + ".");
    }
  }
}

package org.stadtstand.serve.feeds;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The forms that a feed can take. */
enum FeedForm {
  ATOM("atom", "application/atom+xml", AtomWriter::write),
  JSON("feed.json", "application/feed+json", JsonFeedWriter::write);

  static final List<FeedForm> ALL = List.of(values());

  private final String suffix;
  private final String mediaType;
  private final Function<FeedPage, byte[]> writer;

  FeedForm(String suffix, String mediaType, Function<FeedPage, byte[]> writer) {
    this.suffix = suffix;
    this.mediaType = mediaType;
    this.writer = writer;
  }

  static Optional<FeedForm> of(String suffix) {
    return Arrays.stream(values()).filter(form -> form.suffix.equals(suffix)).findFirst();
  }

  String suffix() {
    return suffix;
  }

  String mediaType() {
    return mediaType;
  }

  byte[] write(FeedPage feed) {
    return writer.apply(feed);
  }
}

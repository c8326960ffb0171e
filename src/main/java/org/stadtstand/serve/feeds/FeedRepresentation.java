package org.stadtstand.serve.feeds;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.time.Basis;
import org.stadtstand.serve.format.Representation;
import org.stadtstand.serve.format.ServerAddress;

/** A feed as bytes that can be sent. */
final class FeedRepresentation {

  private FeedRepresentation() {}

  static Representation of(FeedPage feed, FeedForm form, ServerAddress server, Basis basis) {
    return new Representation(
        200,
        form.mediaType() + ";charset=UTF-8",
        Map.of("Content-Language", feed.lang()),
        new Representation.Bytes(form.write(feed)),
        basis,
        server.keeping());
  }

  /** Whom to name and under which licence; null if nobody says. */
  static @Nullable String rights(@Nullable String attribution, @Nullable String licence) {
    return attribution == null || licence == null ? attribution : attribution + ", " + licence;
  }
}

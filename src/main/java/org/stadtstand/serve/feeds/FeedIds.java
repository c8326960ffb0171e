package org.stadtstand.serve.feeds;

import java.net.URI;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.link.PermanentLinks;

/**
 * Gives feeds and entries ids that are the same for ever (RFC 4151), whatever the addresses of the
 * server become. The same in another language is another entry: who reads both would otherwise see
 * only one of them.
 */
@Component
class FeedIds {

  /** Since when the authority names things in this way; a part of each id, and never changed. */
  private static final String SINCE = "2026";

  private final String authority;

  FeedIds(FeedSettings settings, PermanentLinks links) {
    String host = links.publicUrl().isEmpty() ? null : URI.create(links.publicUrl()).getHost();
    this.authority =
        settings.authority().isEmpty() ? host == null ? "localhost" : host : settings.authority();
  }

  String of(Language language, String... parts) {
    return "tag:%s,%s:%s:%s"
        .formatted(authority, SINCE, String.join(":", parts), language.pick("de", "en"));
  }
}

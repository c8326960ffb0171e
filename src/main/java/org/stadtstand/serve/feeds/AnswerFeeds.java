package org.stadtstand.serve.feeds;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.format.Format;
import org.stadtstand.serve.format.ServerAddress;
import org.stadtstand.serve.link.LinkedQuestion;
import org.stadtstand.serve.view.LinkedFormats;

/** Offers the feed of every question that has a link. */
@Component
class AnswerFeeds implements LinkedFormats {

  private final AnswerFeed feed;

  AnswerFeeds(AnswerFeed feed) {
    this.feed = feed;
  }

  @Override
  public List<Format> of(LinkedQuestion linked, ServerAddress server) {
    return Arrays.stream(FeedForm.values())
        .<Format>map(form -> new AnswerFeedFormat(feed, linked, server, form, Language.DE))
        .toList();
  }
}

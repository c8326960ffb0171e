package org.stadtstand.serve.feeds;

import java.util.Map;
import org.stadtstand.serve.answer.Inquiry;
import org.stadtstand.serve.format.Format;
import org.stadtstand.serve.format.Representation;
import org.stadtstand.serve.format.ServerAddress;

/**
 * A page of a feed as a form of an answer, so that it is cached, validated and priced as every
 * other answer.
 */
record FeedFormat(FeedPages pages, FeedAddress address, ServerAddress server) implements Format {

  @Override
  public String suffix() {
    return address.form().suffix();
  }

  @Override
  public String mediaType() {
    return address.form().mediaType();
  }

  @Override
  public FeedFormat with(Map<String, String> parameters) {
    return this;
  }

  @Override
  public Representation write(Inquiry inquiry) {
    return pages.write(this, inquiry);
  }
}

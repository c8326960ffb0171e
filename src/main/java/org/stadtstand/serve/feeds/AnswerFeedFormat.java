package org.stadtstand.serve.feeds;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.time.StateName;
import org.stadtstand.serve.answer.Inquiry;
import org.stadtstand.serve.citation.AnswerCitations;
import org.stadtstand.serve.format.Format;
import org.stadtstand.serve.format.Representation;
import org.stadtstand.serve.format.ServerAddress;
import org.stadtstand.serve.link.LinkAddress;
import org.stadtstand.serve.link.LinkedQuestion;

/** What became of an answer, release by release, as a form that its link can take. */
record AnswerFeedFormat(
    AnswerFeed feed, LinkedQuestion linked, ServerAddress server, FeedForm form, Language language)
    implements Format {

  @Override
  public String suffix() {
    return form.suffix();
  }

  @Override
  public String mediaType() {
    return form.mediaType();
  }

  @Override
  public AnswerFeedFormat with(Map<String, String> parameters) {
    return new AnswerFeedFormat(
        feed, linked, server, form, FeedAddress.language(parameters.get("lang")));
  }

  @Override
  public Representation write(Inquiry inquiry) {
    return feed.write(this, inquiry);
  }

  /** The title of the question, with what distinguishes invented data. */
  String title(boolean demo) {
    String own =
        linked.named() == null
            ? AnswerCitations.title(linked)
            : language.pick(linked.named().titleDe(), linked.named().titleEn());
    return (demo ? "Demo: " : "") + own + " · Stadtstand";
  }

  /** An address of the same question, in another form or at a state. */
  String address(@Nullable StateName state, String end) {
    return server.url()
        + LinkAddress.ROOT
        + linked.name()
        + (state == null ? "" : "@" + state.municipality() + "." + state.number())
        + "."
        + end
        + language.pick("", "?lang=en");
  }
}

package org.stadtstand.serve.feeds;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.serve.answer.Inquiry;
import org.stadtstand.serve.format.ServerAddress;
import org.stadtstand.serve.pages.SavedDocuments;
import org.stadtstand.serve.request.Question;

/** A page of a feed while it is made: what is asked for, and how to find it out. */
record FeedReading(FeedAddress address, FeedStates states, ServerAddress server, Inquiry inquiry) {

  /** The answer to one of the feeds' own documents, about a city, at the state of the page. */
  FeedNode ask(String document, MunicipalityRef place, Map<String, ?> further) {
    Map<String, @Nullable Object> variables = new HashMap<>(further);
    variables.put("city", place.key());
    Question question =
        new Question(SavedDocuments.read("feed/" + document), null, variables, address.until());
    return FeedNode.of(inquiry, question);
  }

  Language language() {
    return address.language();
  }

  /** The address of a page for people. */
  String page(String path) {
    return server.url() + language().pick("/", "/en/") + path;
  }
}

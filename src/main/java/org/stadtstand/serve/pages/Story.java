package org.stadtstand.serve.pages;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.serve.link.GraphiqlLink;

/** A question with its answer in readable form, or with the errors that prevented it. */
record Story(String document, @Nullable Map<String, @Nullable Object> answer, List<String> faults) {

  boolean failed() {
    return answer == null;
  }

  /** The link that opens the question in GraphiQL. */
  String link() {
    return GraphiqlLink.to(document, "");
  }
}

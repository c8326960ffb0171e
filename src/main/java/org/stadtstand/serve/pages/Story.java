package org.stadtstand.serve.pages;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.serve.link.GraphiqlLink;

/** A question with its answer in readable form, or with what went wrong. */
record Story(String document, @Nullable Map<String, Object> answer, List<String> faults) {

  boolean failed() {
    return answer == null;
  }

  /** Where the question can be changed and asked again. */
  String link() {
    return GraphiqlLink.to(document, "");
  }
}

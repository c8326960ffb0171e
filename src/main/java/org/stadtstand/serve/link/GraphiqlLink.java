package org.stadtstand.serve.link;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** The link that opens a question in GraphiQL. */
public final class GraphiqlLink {

  private GraphiqlLink() {}

  /** Puts the question into the fragment, which browsers do not send. */
  public static String to(String query, String variables) {
    String link = "/graphiql#query=" + UriUtils.encode(query, StandardCharsets.UTF_8);
    return variables.isBlank()
        ? link
        : link + "&variables=" + UriUtils.encode(variables, StandardCharsets.UTF_8);
  }
}

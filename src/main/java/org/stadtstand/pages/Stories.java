package org.stadtstand.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.graphql.ExecutionGraphQlRequest;
import org.springframework.graphql.ExecutionGraphQlResponse;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;
import org.springframework.stereotype.Component;

/** Asks the saved documents of {@code pages/}, in the same way as anybody else's question. */
@Component
class Stories {

  private static final Logger log = LoggerFactory.getLogger(Stories.class);

  private final ExecutionGraphQlService graphQl;

  Stories(ExecutionGraphQlService graphQl) {
    this.graphQl = graphQl;
  }

  Story ask(String name) {
    String document = document(name);
    try {
      ExecutionGraphQlResponse response =
          graphQl.execute(request(document)).blockOptional().orElseThrow();
      List<String> faults =
          response.getErrors().stream().map(ResponseError::getMessage).distinct().toList();
      // A part of an answer would look like the whole: a page shows all of it or none.
      return faults.isEmpty()
          ? new Story(document, ReadableAnswer.of(response.<Map<String, Object>>getData()), faults)
          : new Story(document, null, faults);
    } catch (RuntimeException e) {
      // Without its database the engine cannot even begin; the page can, and says so.
      log.warn("The page's question {} was not answered", name, e);
      return new Story(document, null, List.of());
    }
  }

  private static ExecutionGraphQlRequest request(String document) {
    return new DefaultExecutionGraphQlRequest(
        document, null, null, null, UUID.randomUUID().toString(), Locale.GERMAN);
  }

  private static String document(String name) {
    try {
      return new ClassPathResource("pages/" + name + ".graphql")
          .getContentAsString(StandardCharsets.UTF_8)
          .strip();
    } catch (IOException e) {
      throw new UncheckedIOException("A page's question is missing: " + name, e);
    }
  }
}

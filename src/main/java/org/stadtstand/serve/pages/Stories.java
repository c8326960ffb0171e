package org.stadtstand.serve.pages;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.answer.Answers;
import org.stadtstand.serve.request.Question;

/** Asks the saved documents of {@code pages/} in the same way as anybody else's question. */
@Component
class Stories {

  private static final Logger log = LoggerFactory.getLogger(Stories.class);

  private static final ReadableAnswer GERMAN = new ReadableAnswer(Language.DE);

  private final Answers answers;

  Stories(Answers answers) {
    this.answers = answers;
  }

  Story ask(String name) {
    String document = SavedDocuments.read(name);
    try {
      ExecutionResult result = answers.ask(Question.now(document)).result();
      List<String> faults =
          result.getErrors().stream().map(GraphQLError::getMessage).distinct().toList();
      // A partial answer would look complete, so a page shows all of it or none.
      return faults.isEmpty()
          ? new Story(document, GERMAN.of(result.<Map<String, Object>>getData()), faults)
          : new Story(document, null, faults);
    } catch (ApiError refused) {
      // The caller's budget is spent, or the server has too much to do.
      throw refused;
    } catch (RuntimeException e) {
      // Without its database the engine cannot even begin; the page can, and says so.
      log.warn("The page's question {} was not answered", name, e);
      return new Story(document, null, List.of());
    }
  }
}

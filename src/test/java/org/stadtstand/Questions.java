package org.stadtstand;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.serve.answer.Answers;
import org.stadtstand.serve.request.Question;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Asks the server inside a test, and returns the whole answer as JSON. */
public class Questions {

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Answers answers;

  Questions(Answers answers) {
    this.answers = answers;
  }

  public JsonNode ask(String document) {
    return ask(document, Map.of());
  }

  public JsonNode ask(String document, Map<String, @Nullable Object> variables) {
    return ask(new Question(document, null, variables, null));
  }

  public JsonNode ask(Question question) {
    return JSON.valueToTree(answers.ask(question).result().toSpecification());
  }

  /** The data of an answer that must not have errors. */
  public JsonNode data(String document) {
    JsonNode answer = ask(document);
    if (answer.has("errors")) {
      throw new AssertionError(answer.get("errors").toString());
    }
    return answer.get("data");
  }

  /** The code of the first error of an answer that must have one. */
  public String code(String document) {
    JsonNode answer = ask(document);
    if (!answer.has("errors")) {
      throw new AssertionError("Not refused: " + answer);
    }
    JsonNode extensions = answer.get("errors").get(0).get("extensions");
    if (extensions.path("hint").asString("").isBlank()) {
      throw new AssertionError("No hint: " + answer);
    }
    return extensions.get("code").asString();
  }
}

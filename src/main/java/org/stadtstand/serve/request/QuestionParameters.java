package org.stadtstand.serve.request;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/**
 * The four parameters of a GraphQL over HTTP request, each checked for its type: a number is no
 * query. Other parameters are ignored.
 */
public record QuestionParameters(
    @Nullable String query,
    @Nullable String operationName,
    Map<String, @Nullable Object> variables,
    Map<String, @Nullable Object> extensions) {

  public static final String QUERY = "query";
  public static final String OPERATION = "operationName";
  public static final String VARIABLES = "variables";
  public static final String EXTENSIONS = "extensions";

  /** Reads them from JSON in UTF-8. */
  public static QuestionParameters ofBytes(byte[] json) {
    return ofBody(Characters.of(ByteBuffer.wrap(json)));
  }

  public static QuestionParameters ofBody(String body) {
    Object read = JsonText.read(body);
    if (read instanceof List<?>) {
      throw refused(
          "Several questions in one request are not answered.",
          "Send one object; one document can ask for several root fields.");
    }
    if (!(read instanceof Map<?, ?> given)) {
      throw refused("The body is no JSON object.", "Send {\"query\": \"{ … }\"}.");
    }
    return of(given);
  }

  /** Takes them from JSON that was read. */
  public static QuestionParameters of(Map<?, ?> given) {
    return new QuestionParameters(
        text(given, QUERY), text(given, OPERATION), map(given, VARIABLES), map(given, EXTENSIONS));
  }

  public static QuestionParameters ofAddress(Map<String, String> given) {
    return new QuestionParameters(
        given.get(QUERY),
        given.get(OPERATION),
        map(json(given, VARIABLES), VARIABLES),
        map(json(given, EXTENSIONS), EXTENSIONS));
  }

  /** The question of a request that includes its document. */
  public Question question() {
    if (query == null) {
      throw refused("There is no \"query\".", "Send {\"query\": \"{ … }\"}.");
    }
    return question(query);
  }

  Question question(String document) {
    boolean named = operationName != null && !operationName.isEmpty();
    return new Question(document, named ? operationName : null, variables, null);
  }

  private static Map<String, ?> json(Map<String, String> given, String name) {
    String text = given.get(name);
    Object read = text == null || text.isEmpty() ? null : JsonText.read(text);
    return read == null ? Map.of() : Map.of(name, read);
  }

  private static @Nullable String text(Map<?, ?> given, String name) {
    return switch (given.get(name)) {
      case null -> null;
      case String text -> text;
      default -> throw refused("\"" + name + "\" is no text.", "Send it as a JSON string.");
    };
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> map(Map<?, ?> given, String name) {
    return switch (given.get(name)) {
      case null -> Map.of();
      case Map<?, ?> map -> (Map<String, @Nullable Object>) map;
      default -> throw refused("\"" + name + "\" is no JSON object.", "Send {} or leave it out.");
    };
  }

  static ApiError refused(String sentence, String hint) {
    return new ApiError(ErrorCode.BAD_REQUEST, sentence, hint);
  }
}

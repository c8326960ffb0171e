package org.stadtstand.serve.request;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a question from the JSON that GraphQL over HTTP sends. */
public final class QuestionJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private QuestionJson() {}

  public static Question read(byte[] body) {
    JsonNode given;
    try {
      given = JSON.readTree(body);
    } catch (JacksonException e) {
      throw refused("It is not JSON.");
    }
    if (!given.isObject()) {
      throw refused("It is no object.");
    }
    JsonNode document = given.path("query");
    if (!document.isString()) {
      throw refused("query is missing or no text.");
    }
    return new Question(document.asString(), operation(given), variables(given), null);
  }

  private static @Nullable String operation(JsonNode given) {
    JsonNode name = given.path("operationName");
    if (name.isMissingNode() || name.isNull()) {
      return null;
    }
    if (!name.isString()) {
      throw refused("operationName is no text.");
    }
    return name.asString();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> variables(JsonNode given) {
    JsonNode variables = given.path("variables");
    if (variables.isMissingNode() || variables.isNull()) {
      return Map.of();
    }
    if (!variables.isObject()) {
      throw refused("variables is no object.");
    }
    return JSON.convertValue(variables, Map.class);
  }

  private static ApiError refused(String why) {
    return new ApiError(
        ErrorCode.BAD_REQUEST,
        "This is not a question as JSON: " + why,
        "Send {\"query\": \"{ targets { totalCount } }\", \"variables\": {}}.");
  }
}

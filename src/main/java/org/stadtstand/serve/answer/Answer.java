package org.stadtstand.serve.answer;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.record.time.Basis;

/** The answer to a question, not written in any form yet, and what it rests on. */
public record Answer(ExecutionResult result, Basis basis) {

  /** Where the engine puts the descriptions of the states that an answer rests on. */
  public static final String DATASETS = "dataset";

  /** Where the link to an answer stands. */
  public static final String PERMANENT_LINK = "permanentLink";

  /** Whether the whole question was answered; only then the answer is kept or cited. */
  public boolean whole() {
    return result.getErrors().isEmpty();
  }

  /** One description for each state that the answer rests on, as far as they are described. */
  public List<StateDescription> datasets() {
    return extension(DATASETS) instanceof List<?> all
        ? all.stream()
            .map(each -> new StateDescription(each instanceof Map<?, ?> map ? map : Map.of()))
            .toList()
        : List.of();
  }

  /** The address under which the same answer can be had for ever; null if there is none. */
  public @Nullable String permanentLink() {
    return extension(PERMANENT_LINK) instanceof String link ? link : null;
  }

  /** The codes of its errors, in their order. */
  public List<ErrorCode> codes() {
    return result.getErrors().stream().map(Answer::code).toList();
  }

  /** The code of an error; what has none is a fault of ours. */
  public static ErrorCode code(GraphQLError error) {
    Map<String, Object> extensions = error.getExtensions();
    Object code = extensions == null ? null : extensions.get("code");
    return code == null ? ErrorCode.INTERNAL : ErrorCode.valueOf(code.toString());
  }

  private @Nullable Object extension(String name) {
    Map<Object, Object> extensions = result.getExtensions();
    return extensions == null ? null : extensions.get(name);
  }
}

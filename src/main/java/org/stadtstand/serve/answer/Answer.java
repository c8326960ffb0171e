package org.stadtstand.serve.answer;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.record.time.Basis;

/** The answer to a question, before any format has written it, and the states it rests on. */
public record Answer(ExecutionResult result, Basis basis) {

  /** The extension under which the engine describes the states that an answer rests on. */
  public static final String DATASETS = "dataset";

  /** The extension that holds the permanent link to an answer. */
  public static final String PERMANENT_LINK = "permanentLink";

  /** Whether the whole question was answered. Only a whole answer is cached or cited. */
  public boolean whole() {
    return result.getErrors().isEmpty();
  }

  /**
   * Whether any part of a question was answered. Nulls at the root are no answer: a caller that
   * stores them would take them for empty data.
   */
  public static boolean holdsAnything(ExecutionResult result) {
    return result.getData() instanceof Map<?, ?> roots
        && roots.values().stream().anyMatch(Objects::nonNull);
  }

  /** One description for each described state that the answer rests on. */
  public List<StateDescription> datasets() {
    return extension(DATASETS) instanceof List<?> all
        ? all.stream()
            .map(each -> new StateDescription(each instanceof Map<?, ?> map ? map : Map.of()))
            .toList()
        : List.of();
  }

  /** The address that always returns this answer; null if there is none. */
  public @Nullable String permanentLink() {
    return extension(PERMANENT_LINK) instanceof String link ? link : null;
  }

  /** The codes of the errors, in order. */
  public List<ErrorCode> codes() {
    return result.getErrors().stream().map(Answer::code).toList();
  }

  /** The code of an error; an error without one is a fault of ours. */
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

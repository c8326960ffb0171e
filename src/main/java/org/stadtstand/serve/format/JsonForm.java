package org.stadtstand.serve.format;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Answers;
import org.stadtstand.serve.answer.FinishedAnswer;
import org.stadtstand.serve.request.Question;

/**
 * An answer as JSON, with the status that GraphQL over HTTP gives it.
 *
 * @param plain whether it is sent as {@code application/json}: its readers cannot tell an error of
 *     ours from one of a proxy, and so get 200 for whatever the engine has looked at
 * @param edition2026 whether the status is that of the edition of September 2026
 */
public record JsonForm(boolean plain, boolean edition2026) implements Form {

  private static final int PARTLY = 294;

  public String contentType() {
    return (plain ? FormKinds.JSON : FormKinds.GRAPHQL_RESPONSE) + ";charset=UTF-8";
  }

  @Override
  public FinishedAnswer finish(Question question, Answers answers) {
    Answer answer = answers.ask(question);
    return finish(answer.result(), answer);
  }

  /** A refusal by the engine's rules: before anything was asked, but of a well-formed request. */
  FinishedAnswer refuse(GraphQLError error) {
    return finish(ExecutionResult.newExecutionResult().addError(error).build(), null);
  }

  private FinishedAnswer finish(ExecutionResult result, @Nullable Answer answer) {
    List<GraphQLError> errors = result.getErrors();
    ErrorCode passing = errors.isEmpty() || holdsAnything(result) ? null : passing(errors);
    boolean withData = passing == null && result.isDataPresent();
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    if (!errors.isEmpty()) {
      body.put("errors", Refusals.told(errors));
    }
    if (withData) {
      body.put("data", result.getData());
    }
    if (result.getExtensions() != null) {
      body.put("extensions", result.getExtensions());
    }
    return new FinishedAnswer(
        passing == null ? status(errors, withData) : status(passing),
        contentType(),
        passing == null ? Map.of() : Refusals.headers(passing),
        new FinishedAnswer.Bytes(JsonWriter.write(body)),
        answer == null ? null : answer.basis(),
        answer != null && answer.whole());
  }

  private int status(List<GraphQLError> errors, boolean withData) {
    if (withData) {
      return errors.isEmpty() || plain || !edition2026 ? 200 : PARTLY;
    }
    return plain ? 200 : status(Refusals.code(errors.getFirst()));
  }

  /** The status of a refusal for this. */
  int status(ErrorCode code) {
    return edition2026 && !plain ? code.newStatus() : code.status();
  }

  /** Nulls at the root are no answer: a caller who keeps them would think that nothing is there. */
  private static boolean holdsAnything(ExecutionResult result) {
    return result.getData() instanceof Map<?, ?> roots
        && roots.values().stream().anyMatch(Objects::nonNull);
  }

  /** What is not the question's fault: the same, a little later, would be answered. */
  private static @Nullable ErrorCode passing(List<GraphQLError> errors) {
    return errors.stream()
        .map(Refusals::code)
        .filter(code -> code.retryAfter() > 0)
        .findFirst()
        .orElse(null);
  }
}

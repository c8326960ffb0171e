package org.stadtstand.serve.link;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.record.time.BasisRecorder;
import org.stadtstand.record.time.StateName;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.request.Question;

/**
 * Gives every answer its permanent link, in {@code extensions.permanentLink}. The link carries any
 * question that has no name, so that answering stores nothing.
 */
@Component
public class PermanentLinks extends SimplePerformantInstrumentation {

  private final PinnedStates states;
  private final CanonicalQuestions wordings;
  private final LinkSettings settings;

  PermanentLinks(PinnedStates states, CanonicalQuestions wordings, LinkSettings settings) {
    this.states = states;
    this.wordings = wordings;
    this.settings = settings;
  }

  /** The server's address as others see it, with which all links begin; empty if none is set. */
  public String publicUrl() {
    return settings.publicUrl();
  }

  @Override
  public CompletableFuture<ExecutionResult> instrumentExecutionResult(
      ExecutionResult result,
      InstrumentationExecutionParameters parameters,
      @Nullable InstrumentationState state) {
    BasisRecorder basis = parameters.getGraphQLContext().get(BasisRecorder.class);
    Question question = question(parameters);
    Optional<String> link =
        basis == null || basis.pins().isEmpty() || !result.getErrors().isEmpty()
            ? Optional.empty()
            : link(question, basis);
    return CompletableFuture.completedFuture(link.map(found -> with(result, found)).orElse(result));
  }

  /**
   * The link relative to the server's root; empty if the question is too long or nothing has been
   * published.
   */
  Optional<String> link(Question question, BasisRecorder basis) {
    Optional<StateName> state = states.of(question, basis);
    if (state.isEmpty()) {
      return Optional.empty();
    }
    String name = question.name() == null ? wordings.of(question).carried() : question.name();
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(
            settings.publicUrl()
                + LinkAddress.ROOT
                + name
                + "@"
                + states.written(state.get(), question));
  }

  private static Question question(InstrumentationExecutionParameters parameters) {
    Question asked = parameters.getGraphQLContext().get(Question.class);
    if (asked != null) {
      return asked.asPut();
    }
    ExecutionInput input = parameters.getExecutionInput();
    Map<String, @Nullable Object> variables = new HashMap<>(input.getRawVariables().toMap());
    return new Question(input.getQuery(), input.getOperationName(), variables, null);
  }

  private static ExecutionResult with(ExecutionResult result, String link) {
    Map<Object, Object> extensions = new LinkedHashMap<>();
    if (result.getExtensions() != null) {
      extensions.putAll(result.getExtensions());
    }
    extensions.put(Answer.PERMANENT_LINK, link);
    return ExecutionResultImpl.newExecutionResult().from(result).extensions(extensions).build();
  }
}

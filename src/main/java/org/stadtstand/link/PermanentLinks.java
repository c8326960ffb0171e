package org.stadtstand.link;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.schema.GraphQLSchema;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.answer.Question;
import org.stadtstand.history.Present;
import org.stadtstand.history.StateName;

/**
 * Gives every answer the link under which it can be had again for ever, in {@code
 * extensions.permanentLink}. A question without a name is carried by its link, so that answering
 * stores nothing.
 */
@Component
class PermanentLinks extends SimplePerformantInstrumentation {

  private static final int KEPT_CHARACTERS = 8_000_000;
  private static final String NONE = "";

  private final PinnedStates states;
  private final LinkSettings settings;

  /** The name of each question without one; empty if it would be too long. */
  private final Cache<Question, String> names =
      Caffeine.newBuilder()
          .maximumWeight(KEPT_CHARACTERS)
          .weigher((Question question, String name) -> question.document().length() + name.length())
          .build();

  PermanentLinks(PinnedStates states, LinkSettings settings) {
    this.states = states;
    this.settings = settings;
  }

  @Override
  public CompletableFuture<ExecutionResult> instrumentExecutionResult(
      ExecutionResult result,
      InstrumentationExecutionParameters parameters,
      @Nullable InstrumentationState state) {
    Present present = parameters.getGraphQLContext().get(Present.class);
    Question question = question(parameters);
    Optional<String> link =
        present == null || present.used().isEmpty() || !result.getErrors().isEmpty()
            ? Optional.empty()
            : link(question, present, parameters.getSchema());
    return CompletableFuture.completedFuture(link.map(found -> with(result, found)).orElse(result));
  }

  /**
   * The link from the server's root on; none if the question is too long, or nothing is published.
   */
  Optional<String> link(Question question, Present present, GraphQLSchema schema) {
    Optional<StateName> state = states.of(question, present);
    if (state.isEmpty()) {
      return Optional.empty();
    }
    String name = question.name() == null ? carried(question.at(null)) : question.name();
    return name.equals(NONE)
        ? Optional.empty()
        : Optional.of(
            settings.publicUrl()
                + "/q/"
                + name
                + "@"
                + states.written(state.get(), question, schema));
  }

  private String carried(Question question) {
    String known = names.getIfPresent(question);
    if (known != null) {
      return known;
    }
    String compressed = Compressed.write(Wording.of(question).content());
    String name = compressed.length() > settings.carriedCharacters() ? NONE : compressed;
    names.put(question, name);
    return name;
  }

  private static Question question(InstrumentationExecutionParameters parameters) {
    Question asked = parameters.getGraphQLContext().get(Question.class);
    if (asked != null) {
      return asked;
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
    extensions.put("permanentLink", link);
    return ExecutionResultImpl.newExecutionResult().from(result).extensions(extensions).build();
  }
}

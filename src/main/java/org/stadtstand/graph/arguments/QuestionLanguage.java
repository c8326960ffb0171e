package org.stadtstand.graph.arguments;

import graphql.GraphQLContext;
import graphql.execution.ExecutionContext;
import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.EnumValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;

/**
 * The language of a whole question, as its operation says by {@code @lang(in: EN)}. It stands in
 * the document, because an answer depends on nothing but its question: a header would make one link
 * two answers.
 */
public final class QuestionLanguage {

  private static final String DIRECTIVE = "lang";

  private QuestionLanguage() {}

  /** Notes the language for the fields of the question. */
  public static void note(ExecutionContext context) {
    List<Directive> said = context.getOperationDefinition().getDirectives(DIRECTIVE);
    if (!said.isEmpty()) {
      Language language = value(said.getFirst(), context);
      context.getGraphQLContext().put(QuestionLanguage.class, language);
    }
  }

  private static Language value(Directive said, ExecutionContext context) {
    Argument in = Objects.requireNonNull(said.getArgument("in"), "validated");
    @Nullable Value<?> value = in.getValue();
    return switch (value) {
      case EnumValue literal -> Language.valueOf(literal.getName());
      case VariableReference variable ->
          Language.valueOf(String.valueOf(context.getCoercedVariables().get(variable.getName())));
      case null, default -> throw new IllegalStateException("No language: " + value);
    };
  }

  /** The language of the question, German unless it says otherwise. */
  public static Language of(GraphQLContext context) {
    return context.getOrDefault(QuestionLanguage.class, Language.DE);
  }
}

package org.stadtstand.serve.view;

import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableReference;
import graphql.parser.Parser;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stadtstand.serve.request.Question;

/**
 * A question about several things as a question about each, so that each answer is a table with a
 * link and files of its own.
 */
final class AnswerParts {

  private final Map<String, FragmentDefinition> fragments = new HashMap<>();
  private final Map<String, FragmentDefinition> spread = new TreeMap<>();
  private final Map<String, VariableReference> read = new HashMap<>();

  private AnswerParts(Document document) {
    document
        .getDefinitionsOfType(FragmentDefinition.class)
        .forEach(fragment -> fragments.put(fragment.getName(), fragment));
  }

  /**
   * One for each field of the operation, by its name in the answer; empty if the document does not
   * say which.
   */
  static Map<String, Question> of(Question question) {
    Document document = Parser.parse(question.document());
    OperationDefinition operation =
        document.getDefinitionsOfType(OperationDefinition.class).stream()
            .filter(each -> isAsked(each, question.operation()))
            .findFirst()
            .orElseThrow();
    Map<String, Question> parts = new LinkedHashMap<>();
    for (Selection<?> selection : operation.getSelectionSet().getSelections()) {
      if (!(selection instanceof Field field)) {
        return Map.of();
      }
      parts.put(field.getResultKey(), new AnswerParts(document).part(question, operation, field));
    }
    return parts;
  }

  private static boolean isAsked(OperationDefinition operation, @Nullable String name) {
    return name == null || name.equals(operation.getName());
  }

  private Question part(Question question, OperationDefinition operation, Field field) {
    collect(field);
    OperationDefinition alone =
        operation.transform(
            changed ->
                changed
                    .selectionSet(SelectionSet.newSelectionSet().selection(field).build())
                    .variableDefinitions(
                        operation.getVariableDefinitions().stream()
                            .filter(each -> read.containsKey(each.getName()))
                            .toList()));
    Document.Builder document = Document.newDocument().definition(alone);
    spread.values().forEach(document::definition);
    Map<String, @Nullable Object> variables = new HashMap<>(question.variables());
    variables.keySet().retainAll(read.keySet());
    return new Question(AstPrinter.printAst(document.build()), null, variables, question.state());
  }

  /** What a part reads and spreads; GraphQL refuses a document that defines anything else. */
  private void collect(Node<?> node) {
    if (node instanceof VariableReference variable) {
      read.put(variable.getName(), variable);
    } else if (node instanceof FragmentSpread named) {
      FragmentDefinition fragment = Objects.requireNonNull(fragments.get(named.getName()));
      if (spread.put(named.getName(), fragment) == null) {
        collect(fragment);
      }
    }
    node.getChildren().forEach(this::collect);
  }
}

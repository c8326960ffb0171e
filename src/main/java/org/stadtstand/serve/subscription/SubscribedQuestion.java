package org.stadtstand.serve.subscription;

import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.BooleanValue;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.time.Release;
import org.stadtstand.serve.request.ParsedDocument;
import org.stadtstand.serve.request.Question;

/**
 * A subscription, and the questions by which its events are found: its field stands in {@code
 * Query} as well, with the same type, and is asked there from where the listener stands.
 */
final class SubscribedQuestion {

  static final String AFTER = "after";
  private static final String SINCE = "since";
  private static final String RELEASE = "release";

  /** Variables of our own; the text of a question stays the same from one event to the next. */
  private static final String CURSOR = "stadtstandAfter";

  private static final String CITY = "stadtstandCity";
  private static final String NUMBER = "stadtstandNumber";

  private static final Value<?> NEWEST =
      ObjectValue.newObjectValue()
          .objectField(
              ObjectField.newObjectField().name("newest").value(BooleanValue.of(true)).build())
          .build();

  private final ParsedDocument document;
  private final Question asked;
  private final OperationDefinition operation;
  private final Field field;

  private SubscribedQuestion(
      ParsedDocument document, Question asked, OperationDefinition operation, Field field) {
    this.document = document;
    this.asked = asked;
    this.operation = operation;
    this.field = field;
  }

  /**
   * Null if the question is no subscription.
   *
   * @param document which fits the schema, so that there is exactly one field
   */
  static @Nullable SubscribedQuestion of(ParsedDocument document, Question question) {
    OperationDefinition operation = document.operation(question.operation()).orElse(null);
    return operation == null
            || operation.getOperation() != OperationDefinition.Operation.SUBSCRIPTION
        ? null
        : new SubscribedQuestion(
            document, question, operation, RootSelection.field(document, operation));
  }

  boolean isOfReleases() {
    return field.getName().equals(RELEASE);
  }

  /** The name of the field in the answer. */
  String responseKey() {
    return field.getResultKey();
  }

  /** The text that an argument has; null if it has none. */
  @Nullable String text(String argument) {
    return given(argument) instanceof String text ? text : null;
  }

  /** What the subscription asks for first: from now on, unless it says otherwise. */
  Question beginning() {
    List<Argument> arguments = new ArrayList<>(field.getArguments());
    arguments.removeIf(
        each -> Set.of(AFTER, SINCE).contains(each.getName()) && given(each.getName()) == null);
    boolean placed =
        arguments.stream().anyMatch(each -> Set.of(AFTER, SINCE).contains(each.getName()));
    if (!placed) {
      arguments.add(new Argument(SINCE, NEWEST));
    }
    return paged(arguments, List.of(), Map.of());
  }

  /** What follows a cursor. */
  Question after(String cursor) {
    List<Argument> arguments = new ArrayList<>(field.getArguments());
    arguments.removeIf(each -> Set.of(AFTER, SINCE).contains(each.getName()));
    arguments.add(new Argument(AFTER, new VariableReference(CURSOR)));
    return paged(arguments, List.of(variable(CURSOR, "String")), Map.of(CURSOR, cursor));
  }

  /** The same about one release. */
  Question release(Release release) {
    List<Argument> arguments =
        List.of(
            new Argument("municipality", new VariableReference(CITY)),
            new Argument("number", new VariableReference(NUMBER)));
    return question(
        field.transform(changed -> changed.arguments(arguments)),
        List.of(variable(CITY, "String"), variable(NUMBER, "Int")),
        Map.of(CITY, release.place().key(), NUMBER, release.number()));
  }

  /** With where the page ends, which the link to the answer leaves out. */
  private Question paged(
      List<Argument> arguments, List<VariableDefinition> added, Map<String, Object> values) {
    Field asked = field.transform(changed -> changed.arguments(arguments));
    Question plain = question(asked, added, values);
    Question full = question(RootSelection.withPage(asked), added, values);
    return plain.rewritten(full.document(), full.variables());
  }

  private Question question(
      Field root, List<VariableDefinition> added, Map<String, Object> values) {
    List<VariableDefinition> declared = new ArrayList<>(operation.getVariableDefinitions());
    declared.addAll(added);
    Set<String> used = RootSelection.variables(document(root, declared));
    declared.removeIf(variable -> !used.contains(variable.getName()));
    Map<String, @Nullable Object> variables = new HashMap<>(asked.variables());
    variables.putAll(values);
    variables.keySet().retainAll(used);
    return new Question(
        AstPrinter.printAstCompact(document(root, declared)), null, variables, null);
  }

  private Document document(Field root, List<VariableDefinition> variables) {
    @SuppressWarnings("rawtypes")
    List<Definition> definitions = new ArrayList<>();
    definitions.add(
        operation.transform(
            changed ->
                changed
                    .operation(OperationDefinition.Operation.QUERY)
                    .variableDefinitions(variables)
                    .selectionSet(new SelectionSet(List.of(root)))));
    Set<String> spread = RootSelection.fragments(document, root);
    for (FragmentDefinition fragment : document.fragments().values()) {
      if (spread.contains(fragment.getName())) {
        definitions.add(fragment);
      }
    }
    return Document.newDocument().definitions(definitions).build();
  }

  private @Nullable Object given(String argument) {
    return field.getArguments().stream()
        .filter(each -> each.getName().equals(argument))
        .findFirst()
        .map(each -> value(each.getValue()))
        .orElse(null);
  }

  /** The text of a value; for any other, whether there is one. */
  private @Nullable Object value(@Nullable Value<?> value) {
    return switch (value) {
      case null -> null;
      case NullValue none -> null;
      case StringValue text -> text.getValue();
      case VariableReference variable ->
          asked.variables().containsKey(variable.getName())
              ? asked.variables().get(variable.getName())
              : operation.getVariableDefinitions().stream()
                  .filter(each -> each.getName().equals(variable.getName()))
                  .findFirst()
                  .map(each -> value(each.getDefaultValue()))
                  .orElse(null);
      default -> value;
    };
  }

  private static VariableDefinition variable(String name, String type) {
    return VariableDefinition.newVariableDefinition()
        .name(name)
        .type(TypeName.newTypeName(type).build())
        .build();
  }
}

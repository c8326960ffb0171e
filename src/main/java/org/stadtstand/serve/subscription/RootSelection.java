package org.stadtstand.serve.subscription;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.NodeTraverser;
import graphql.language.NodeVisitorStub;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableReference;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stadtstand.serve.request.ParsedDocument;

/** What stands below the root of a subscription. */
final class RootSelection {

  private RootSelection() {}

  /** The only field, whose selections may be spread over fragments and repetitions. */
  static Field field(ParsedDocument document, OperationDefinition operation) {
    List<Field> fields = new ArrayList<>();
    collect(document, operation.getSelectionSet(), fields);
    List<Selection<?>> selected = new ArrayList<>();
    for (Field field : fields) {
      if (field.getSelectionSet() != null) {
        selected.addAll(selections(field.getSelectionSet()));
      }
    }
    return fields.getFirst().transform(all -> all.selectionSet(new SelectionSet(selected)));
  }

  private static void collect(
      ParsedDocument document, @Nullable SelectionSet set, List<Field> into) {
    if (set == null) {
      return;
    }
    for (Selection<?> selection : selections(set)) {
      switch (selection) {
        case Field field -> into.add(field);
        case InlineFragment inline -> collect(document, inline.getSelectionSet(), into);
        case FragmentSpread spread -> {
          FragmentDefinition fragment = document.fragments().get(spread.getName());
          collect(document, fragment == null ? null : fragment.getSelectionSet(), into);
        }
        default -> throw new IllegalStateException("Unknown selection " + selection);
      }
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static List<Selection<?>> selections(SelectionSet set) {
    return (List) set.getSelections();
  }

  /** The field with where its page begins and ends, beside what was selected. */
  static Field withPage(Field field) {
    List<Selection<?>> selected = new ArrayList<>(selections(field.getSelectionSet()));
    SelectionSet page =
        new SelectionSet(
            List.of(new Field("startCursor"), new Field("endCursor"), new Field("hasNextPage")));
    selected.add(Field.newField("pageInfo").alias(EventFormat.PAGE).selectionSet(page).build());
    return field.transform(all -> all.selectionSet(new SelectionSet(selected)));
  }

  /** The variables that a document uses. */
  static Set<String> variables(Document document) {
    Set<String> used = new HashSet<>();
    eachVariable(document, variable -> used.add(variable.getName()));
    return used;
  }

  /** The fragments that a field spreads, directly or in another one. */
  static Set<String> fragments(ParsedDocument document, Field root) {
    Set<String> spread = new HashSet<>();
    spreads(document, root, spread);
    return spread;
  }

  private static void spreads(ParsedDocument document, Node<?> within, Set<String> into) {
    new NodeTraverser()
        .depthFirst(
            new NodeVisitorStub() {
              @Override
              @SuppressWarnings("rawtypes")
              public TraversalControl visitFragmentSpread(
                  FragmentSpread node, TraverserContext<Node> context) {
                FragmentDefinition fragment = document.fragments().get(node.getName());
                if (fragment != null && into.add(node.getName())) {
                  spreads(document, fragment, into);
                }
                return TraversalControl.CONTINUE;
              }
            },
            within);
  }

  private static void eachVariable(Document document, Consumer<VariableReference> consumer) {
    new NodeTraverser()
        .depthFirst(
            new NodeVisitorStub() {
              @Override
              @SuppressWarnings("rawtypes")
              public TraversalControl visitVariableReference(
                  VariableReference node, TraverserContext<Node> context) {
                consumer.accept(node);
                return TraversalControl.CONTINUE;
              }
            },
            document);
  }
}

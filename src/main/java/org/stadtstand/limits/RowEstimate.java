package org.stadtstand.limits;

import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtstand.listing.Page;

/**
 * How many rows an answer can have at most: page sizes multiplied along each path and added over
 * the paths. It is known before anything is read.
 */
final class RowEstimate {

  /** A list shows by what is asked of it; this way the estimate needs no schema. */
  private static final Set<String> OF_A_PAGE = Set.of("nodes", "edges");

  private final Map<String, Object> variables;
  private final Map<String, FragmentDefinition> fragments = new HashMap<>();

  private RowEstimate(Map<String, Object> variables) {
    this.variables = variables;
  }

  static long of(Document document, Map<String, Object> variables) {
    RowEstimate estimate = new RowEstimate(variables);
    document
        .getDefinitionsOfType(FragmentDefinition.class)
        .forEach(fragment -> estimate.fragments.put(fragment.getName(), fragment));
    return document.getDefinitionsOfType(OperationDefinition.class).stream()
        .mapToLong(operation -> estimate.rows(operation.getSelectionSet()))
        .max()
        .orElse(0);
  }

  private long rows(@Nullable SelectionSet selections) {
    long rows = 0;
    if (selections == null) {
      return rows;
    }
    for (Selection<?> selection : selections.getSelections()) {
      rows +=
          switch (selection) {
            case Field field -> rows(field);
            case InlineFragment inline -> rows(inline.getSelectionSet());
            case FragmentSpread spread -> {
              FragmentDefinition fragment = fragments.get(spread.getName());
              yield rows(fragment == null ? null : fragment.getSelectionSet());
            }
            default -> 0;
          };
    }
    return rows;
  }

  private long rows(Field field) {
    SelectionSet inner = field.getSelectionSet();
    if (inner == null || !isPage(inner)) {
      return inner == null ? 0 : rows(inner);
    }
    return size(field) * (1 + rows(inner));
  }

  private static boolean isPage(SelectionSet selections) {
    return selections.getSelections().stream()
        .anyMatch(
            selection -> selection instanceof Field field && OF_A_PAGE.contains(field.getName()));
  }

  private long size(Field field) {
    for (Argument argument : field.getArguments()) {
      if (argument.getName().equals("first") || argument.getName().equals("last")) {
        return switch (argument.getValue()) {
          case IntValue value -> bounded(value.getValue().longValue());
          case VariableReference variable
              when variables.get(variable.getName()) instanceof Number number ->
              bounded(number.longValue());
          default -> Page.DEFAULT;
        };
      }
    }
    return Page.DEFAULT;
  }

  // What lies outside is refused with its own error when the list is answered.
  private static long bounded(long size) {
    return Math.clamp(size, 0, Page.MAXIMUM);
  }
}

package org.stadtstand.serve.cost;

import graphql.language.Argument;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.listing.Page;
import org.stadtstand.serve.request.ParsedDocument;

/**
 * Estimates the most that an answer can cost, before anything is read. It multiplies page sizes
 * along each path and adds up the paths, once for rows and once for the values in them.
 */
final class CostEstimate {

  /** A list is recognised by the fields selected from it, so the estimate needs no schema. */
  private static final Set<String> OF_A_PAGE = Set.of("nodes", "edges");

  /** The number of values that cost about as much as a question's fixed overhead. */
  private static final long VALUES_OF_A_UNIT = 100;

  private final Map<String, ? extends @Nullable Object> variables;
  private final Map<String, FragmentDefinition> fragments;

  private CostEstimate(ParsedDocument document, Map<String, ? extends @Nullable Object> variables) {
    this.fragments = document.fragments();
    this.variables = variables;
  }

  /** The cost of the most expensive operation, since which one is meant makes little difference. */
  static Cost of(ParsedDocument document, Map<String, ? extends @Nullable Object> variables) {
    CostEstimate estimate = new CostEstimate(document, variables);
    Size size =
        document.operations().stream()
            .map(operation -> estimate.size(operation.getSelectionSet()))
            .max(Comparator.comparingLong(Size::rows).thenComparingLong(Size::values))
            .orElse(Size.NOTHING);
    return new Cost(1 + Math.ceilDiv(size.values(), VALUES_OF_A_UNIT), size.rows());
  }

  private Size size(@Nullable SelectionSet selections) {
    Size size = Size.NOTHING;
    if (selections == null) {
      return size;
    }
    for (Selection<?> selection : selections.getSelections()) {
      size =
          size.plus(
              switch (selection) {
                case Field field -> size(field);
                case InlineFragment inline -> size(inline.getSelectionSet());
                case FragmentSpread spread -> size(inside(spread));
                default -> Size.NOTHING;
              });
    }
    return size;
  }

  private Size size(Field field) {
    SelectionSet inner = field.getSelectionSet();
    if (inner == null) {
      return Size.VALUE;
    }
    return isPage(inner) ? size(inner).onEachOf(page(field)) : size(inner);
  }

  private boolean isPage(@Nullable SelectionSet selections) {
    return selections != null
        && selections.getSelections().stream()
            .anyMatch(
                selection ->
                    switch (selection) {
                      case Field field -> OF_A_PAGE.contains(field.getName());
                      case InlineFragment inline -> isPage(inline.getSelectionSet());
                      case FragmentSpread spread -> isPage(inside(spread));
                      default -> false;
                    });
  }

  private @Nullable SelectionSet inside(FragmentSpread spread) {
    FragmentDefinition fragment = fragments.get(spread.getName());
    return fragment == null ? null : fragment.getSelectionSet();
  }

  private long page(Field field) {
    for (Argument argument : field.getArguments()) {
      if (argument.getName().equals("first") || argument.getName().equals("last")) {
        return page(argument.getValue());
      }
    }
    return Page.DEFAULT;
  }

  private long page(Value<?> asked) {
    return switch (asked) {
      case IntValue value -> bounded(value.getValue().longValue());
      case VariableReference variable
          when variables.get(variable.getName()) instanceof Number number ->
          bounded(number.longValue());
      default -> Page.DEFAULT;
    };
  }

  // A size out of bounds is refused with its own error when the list is answered.
  private static long bounded(long size) {
    return Math.clamp(size, 0, Page.MAXIMUM);
  }

  private record Size(long rows, long values) {

    static final Size NOTHING = new Size(0, 0);
    static final Size VALUE = new Size(0, 1);

    Size plus(Size other) {
      return new Size(rows + other.rows, values + other.values);
    }

    Size onEachOf(long page) {
      return new Size(page * (1 + rows), page * values);
    }
  }
}

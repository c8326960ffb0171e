package org.stadtstand.serve.cost;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.serve.request.ParsedDocument;

/**
 * Walks a document before validation and refuses it at the first limit it exceeds. Validation
 * itself takes quadratic time in fields of the same name, and fragments can expand without end.
 */
final class DocumentMeasure {

  private final LimitsSettings limits;
  private final Map<String, FragmentDefinition> fragments;

  /** The fragments that are being walked. */
  private final Set<String> open = new HashSet<>();

  private int fields;
  private int aliases;

  private DocumentMeasure(ParsedDocument document, LimitsSettings limits) {
    this.fragments = document.fragments();
    this.limits = limits;
  }

  static void check(ParsedDocument document, LimitsSettings limits) {
    DocumentMeasure measure = new DocumentMeasure(document, limits);
    document.operations().forEach(operation -> measure.walk(operation.getSelectionSet(), 1));
    // Unused fragments are validated too, so they have to be measured.
    measure.fragments.values().forEach(fragment -> measure.walk(fragment, 1));
  }

  private void walk(FragmentDefinition fragment, int depth) {
    if (!open.add(fragment.getName())) {
      throw new ApiError(
          ErrorCode.VALIDATION,
          "The fragment \"%s\" spreads itself, within it or by way of another."
              .formatted(fragment.getName()),
          "Write out as many levels as are wanted.");
    }
    walk(fragment.getSelectionSet(), depth);
    open.remove(fragment.getName());
  }

  private void walk(@Nullable SelectionSet selections, int depth) {
    if (selections == null) {
      return;
    }
    if (depth > limits.depth()) {
      throw new ApiError(
          ErrorCode.TOO_DEEP,
          "The document is nested more than " + limits.depth() + " levels deep.",
          "Ask for the inner part in a second request, by the keys of the first.");
    }
    for (Selection<?> selection : selections.getSelections()) {
      switch (selection) {
        case Field field -> walk(field, depth);
        case InlineFragment inline -> {
          directives(inline.getDirectives().size());
          walk(inline.getSelectionSet(), depth);
        }
        case FragmentSpread spread -> {
          directives(spread.getDirectives().size());
          count(1);
          FragmentDefinition fragment = fragments.get(spread.getName());
          if (fragment != null) {
            walk(fragment, depth + 1);
          }
        }
        default -> throw new IllegalStateException("Unknown selection " + selection);
      }
    }
  }

  private void walk(Field field, int depth) {
    count(1);
    directives(field.getDirectives().size());
    if (field.getAlias() != null && ++aliases > limits.aliases()) {
      throw new ApiError(
          ErrorCode.TOO_MANY_ALIASES,
          "The document has more than " + limits.aliases() + " aliases.",
          "Use a filter with in: […] instead of one alias for each value.");
    }
    walk(field.getSelectionSet(), depth + 1);
  }

  private void count(int more) {
    fields += more;
    if (fields > limits.fields()) {
      throw new ApiError(
          ErrorCode.TOO_MANY_FIELDS,
          "The document selects more than " + limits.fields() + " fields, fragments unfolded.",
          "Ask in several requests.");
    }
  }

  private void directives(int number) {
    if (number > limits.directives()) {
      throw new ApiError(
          ErrorCode.TOO_MANY_DIRECTIVES,
          "A field has more than " + limits.directives() + " directives.",
          "One @include or @skip is enough.");
    }
  }
}

package org.stadtstand.graph.arguments;

import graphql.language.Argument;
import graphql.language.Field;
import graphql.language.Node;
import graphql.language.VariableReference;
import graphql.schema.GraphQLFieldDefinition;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a document's fields that name no variable. They are the same whenever the
 * document is asked, so they are completed and checked once, while it is kept.
 */
public final class FixedArguments {

  private final Map<FieldUse, Map<String, Object>> completed = new ConcurrentHashMap<>();
  private final Set<FieldUse> faultless = ConcurrentHashMap.newKeySet();

  /** A field of the document, of which a fragment on an interface gives several definitions. */
  record FieldUse(Field field, GraphQLFieldDefinition definition) {}

  /** The arguments as they were completed once; null if they depend on variables. */
  @Nullable Map<String, Object> of(FieldUse use, Supplier<Map<String, Object>> completion) {
    Map<String, Object> known = completed.get(use);
    if (known == null && use.field().getArguments().stream().allMatch(FixedArguments::isFixed)) {
      known = completion.get();
      completed.put(use, known);
    }
    return known;
  }

  /** Whether the arguments are fixed and nothing was found wrong with them. */
  boolean areFaultless(FieldUse use) {
    return faultless.contains(use);
  }

  void foundFaultless(FieldUse use) {
    if (completed.containsKey(use)) {
      faultless.add(use);
    }
  }

  private static boolean isFixed(Argument argument) {
    return !namesVariable(argument.getValue());
  }

  @SuppressWarnings("rawtypes")
  private static boolean namesVariable(Node<?> value) {
    if (value instanceof VariableReference) {
      return true;
    }
    for (Node part : value.getChildren()) {
      if (namesVariable(part)) {
        return true;
      }
    }
    return false;
  }
}

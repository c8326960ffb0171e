package org.stadtstand.graph.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.execution.ExecutionContext;
import graphql.language.Field;
import graphql.language.FragmentSpread;
import graphql.language.Node;
import graphql.language.VariableReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.cache.CacheRegion;
import org.stadtstand.record.cache.RecordCache;
import org.stadtstand.record.time.Ref;

/**
 * What questions make of records. A record answers the same fields alike as long as it is read in
 * the same state, whichever list it stands in; so an answer that consists of other records than any
 * before is still put together from parts that were.
 */
public final class KeptAnswers {

  private final RecordCache cache;
  private final Set<String> recordTypes;

  /** Weak, because the document that a field stands in is let go when nobody asks it any more. */
  private final Cache<Field, Below> fields = Caffeine.newBuilder().weakKeys().build();

  /**
   * @param recordTypes the names of the types whose objects are told apart by number and state
   */
  public KeptAnswers(RecordCache cache, Set<String> recordTypes) {
    this.cache = cache;
    this.recordTypes = recordTypes;
  }

  boolean isRecord(String typeName) {
    return recordTypes.contains(typeName);
  }

  /** Where the answers of a field's records are kept; null if nothing is. */
  @Nullable CacheRegion<Ref, LastingObject> shelf(
      Field field, String typeName, ExecutionContext context) {
    if (!cache.keepsAnything()) {
      return null;
    }
    Below below = fields.get(field, asked -> Below.of(asked, context));
    Map<String, @Nullable Object> variables = new HashMap<>();
    Map<String, Object> given = context.getCoercedVariables().toMap();
    for (String name : below.variables) {
      if (given.containsKey(name)) {
        variables.put(name, given.get(name));
      }
    }
    int weight = 1 + RecordCache.roomOf(variables);
    return new CacheRegion<>(cache, new Name(below, typeName, variables), weight);
  }

  /** Equal only to itself, as the field of a document is that it stands for. */
  private static final class Below {

    private final Set<String> variables;

    private Below(Set<String> variables) {
      this.variables = variables;
    }

    static Below of(Field field, ExecutionContext context) {
      Set<String> variables = new HashSet<>();
      gather(field.getSelectionSet(), context, variables, new HashSet<>());
      return new Below(Set.copyOf(variables));
    }

    private static void gather(
        Node<?> node, ExecutionContext context, Set<String> variables, Set<String> fragments) {
      switch (node) {
        case VariableReference variable -> variables.add(variable.getName());
        case FragmentSpread spread when fragments.add(spread.getName()) ->
            gather(
                Objects.requireNonNull(context.getFragmentsByName().get(spread.getName())),
                context,
                variables,
                fragments);
        default -> {}
      }
      node.getChildren().forEach(child -> gather(child, context, variables, fragments));
    }
  }

  private record Name(Below below, String typeName, Map<String, @Nullable Object> variables) {}
}

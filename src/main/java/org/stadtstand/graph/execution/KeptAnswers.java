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
import org.stadtstand.graph.arguments.QuestionLanguage;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.cache.CacheRegion;
import org.stadtstand.record.cache.ResultCache;
import org.stadtstand.record.time.Ref;

/**
 * The cached answers about single records. A record gives the same answer to the same fields as
 * long as it is read in the same state, whichever list it is in; so an answer about a new set of
 * records is still assembled from known parts.
 */
public final class KeptAnswers {

  private final ResultCache cache;
  private final Set<String> recordTypes;

  /** Weak, because a field's document is dropped once it is no longer used. */
  private final Cache<Field, Below> fields = Caffeine.newBuilder().weakKeys().build();

  /**
   * @param recordTypes the names of the types whose objects are identified by number and state
   */
  public KeptAnswers(ResultCache cache, Set<String> recordTypes) {
    this.cache = cache;
    this.recordTypes = recordTypes;
  }

  boolean isRecord(String typeName) {
    return recordTypes.contains(typeName);
  }

  /** The cache region for the answers of a field's records; null if nothing is cached. */
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
    // Operations of one document may share a fragment.
    Language language = QuestionLanguage.of(context.getGraphQLContext());
    int weight = 1 + ResultCache.roomOf(variables);
    return new CacheRegion<>(cache, new Name(below, typeName, variables, language), weight);
  }

  /** Equal only to itself, like the document field it stands for. */
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

  private record Name(
      Below below, String typeName, Map<String, @Nullable Object> variables, Language language) {}
}

package org.stadtstand.graph.schema;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.Relation;

/** Which fields list what, and which look up a record; their arguments follow from it. */
final class ListedFields {

  static final String QUERY = "Query";

  private final Map<String, ListedType<?>> lists = new HashMap<>();
  private final Map<String, Relation<?>> relations = new HashMap<>();
  private final Set<String> roots = new HashSet<>();
  private final Set<String> lookups = new HashSet<>();

  void list(String typeName, String field, ListedType<?> type) {
    lists.put(typeName + "." + field, type);
  }

  void relate(Relation<?> relation) {
    relations.put(relation.toString(), relation);
  }

  void root(String field) {
    roots.add(field);
  }

  void lookup(String field) {
    lookups.add(field);
  }

  @Nullable ListedType<?> find(String typeName, String field) {
    return lists.get(typeName + "." + field);
  }

  /** The relation by which a field lists records of its parent; null if it lists something else. */
  @Nullable Relation<?> relation(String typeName, String field) {
    return relations.get(typeName + "." + field);
  }

  /** Whether it lists all records of one municipality, or of all. */
  boolean isRoot(String typeName, String field) {
    return typeName.equals(QUERY) && roots.contains(field);
  }

  boolean isLookup(String typeName, String field) {
    return typeName.equals(QUERY) && lookups.contains(field);
  }

  Set<ListedType<?>> types() {
    return new LinkedHashSet<>(lists.values());
  }
}

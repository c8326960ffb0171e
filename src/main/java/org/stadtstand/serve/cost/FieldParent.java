package org.stadtstand.serve.cost;

import graphql.schema.GraphQLCompositeType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.time.Pin;

/**
 * Where fields are selected.
 *
 * @param pins the states in which objects are read there; empty if they are not known beforehand
 * @param page the rows, if it is a page of a list
 * @param figures what figures of the list cost; null if there are none here
 */
record FieldParent(
    GraphQLCompositeType type, List<Pin> pins, long page, @Nullable FigureCost figures) {

  FieldParent(GraphQLCompositeType type, List<Pin> pins, long page) {
    this(type, pins, page, null);
  }

  String name() {
    return type.getName();
  }
}

package org.stadtstand.graph.schema;

import org.jspecify.annotations.Nullable;
import org.stadtstand.record.time.Present;

/** Reads what an id refers to; null if it does not exist. */
public interface NodeSource {

  @Nullable Object find(NodeId id, Present present);
}

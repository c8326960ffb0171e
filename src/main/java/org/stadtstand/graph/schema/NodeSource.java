package org.stadtstand.graph.schema;

import org.jspecify.annotations.Nullable;
import org.stadtstand.record.time.Present;

/** Reads what an id names; null if there is nothing of that name. */
public interface NodeSource {

  @Nullable Object find(NodeId id, Present present);
}

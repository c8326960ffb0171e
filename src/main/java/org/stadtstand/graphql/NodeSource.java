package org.stadtstand.graphql;

import org.jspecify.annotations.Nullable;
import org.stadtstand.history.Present;

/** Reads what an id names; null if there is nothing of that name. */
public interface NodeSource {

  @Nullable Object find(NodeId id, Present present);
}

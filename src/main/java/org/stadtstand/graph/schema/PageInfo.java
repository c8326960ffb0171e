package org.stadtstand.graph.schema;

import org.jspecify.annotations.Nullable;

/** The position of a page within its list; the cursors are null if it has no rows. */
public record PageInfo(
    boolean hasPreviousPage,
    boolean hasNextPage,
    @Nullable String startCursor,
    @Nullable String endCursor) {}

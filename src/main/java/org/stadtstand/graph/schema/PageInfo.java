package org.stadtstand.graph.schema;

import org.jspecify.annotations.Nullable;

/** Where a page of a list stands; the cursors are null where there is no row. */
public record PageInfo(
    boolean hasPreviousPage,
    boolean hasNextPage,
    @Nullable String startCursor,
    @Nullable String endCursor) {}

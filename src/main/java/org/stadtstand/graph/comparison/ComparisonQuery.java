package org.stadtstand.graph.comparison;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.steps.Position;

/**
 * The arguments of a comparison; also the key under which its page is cached.
 *
 * @param list names municipality and states
 * @param tables the tables to look at; null for all
 * @param kinds the kinds of differences to list; null for all
 */
record ComparisonQuery(
    String list,
    @Nullable Set<String> tables,
    @Nullable Set<DifferenceKind> kinds,
    Position after,
    int size) {}

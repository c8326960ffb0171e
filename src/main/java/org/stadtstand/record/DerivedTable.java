package org.stadtstand.record;

/**
 * A table whose rows follow from published ones: periods of days, each known from one release to
 * another. The statement brings it up to date inside a publication.
 *
 * @param table the derived table; its columns {@code days daterange} and {@code known int4range}
 *     say when a row holds
 * @param refresh a statement with the named parameters {@code :municipality} and {@code :release}
 *     that closes the periods which no longer hold at the release and adds the new ones
 */
public record DerivedTable(String table, String refresh) {}

package org.stadtstand.record;

/**
 * A table whose rows follow from published ones: periods of days, each known from one release to
 * another. Its statements bring it up to date inside a publication; both have the named parameters
 * {@code :municipality} and {@code :release}, close the periods which no longer hold at the release
 * and add the new ones.
 *
 * @param table the derived table; its columns {@code days daterange} and {@code known int4range}
 *     say when a row holds
 * @param version of the rule; stored with each row
 * @param refresh looks only at what the release has touched
 * @param renewal looks at all that the municipality has: for the first release after the rule has
 *     changed
 */
public record DerivedTable(String table, int version, String refresh, String renewal) {}

package org.stadtstand.record.declaration;

import java.util.List;

/**
 * A table whose rows follow from published ones: periods of days, each known from one release to
 * another. Its statements bring it up to date inside a publication; both have the named parameters
 * {@code :municipality} and {@code :release}, close the periods which no longer hold at the release
 * and add the new ones.
 *
 * @param table the derived table; its columns {@code days daterange} and {@code known int4range}
 *     say when a row holds
 * @param subject the column that names what its rows are about
 * @param reads table and column of every row it follows from, the column holding the subject
 * @param version of the rule; stored with each row
 * @param refresh looks only at what the release has touched
 * @param renewal looks at all that the municipality has: for the first release after the rule has
 *     changed
 * @param rebuild looks at the subjects in {@code :subjects}, whatever the release has touched
 */
public record DerivedTable(
    String table,
    String subject,
    List<String> reads,
    int version,
    String refresh,
    String renewal,
    String rebuild) {}

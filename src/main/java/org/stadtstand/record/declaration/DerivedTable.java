package org.stadtstand.record.declaration;

import java.util.List;

/**
 * A table derived from published rows: periods of days, each known from one release to another. Its
 * statements update it during a publication; both take the named parameters {@code :municipality}
 * and {@code :release}, close the periods that no longer hold at the release and add the new ones.
 *
 * @param table the derived table; its columns {@code days daterange} and {@code known int4range}
 *     say when a row holds
 * @param subject the column for what its rows are about
 * @param reads table and column of every row it is derived from, the column holding the subject
 * @param version of the rule; stored with each row
 * @param refresh looks only at what the release has touched
 * @param renewal looks at everything the municipality has: for the first release after the rule has
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

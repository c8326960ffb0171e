package org.stadtstand.record.declaration;

import org.stadtstand.ground.text.Text;

/**
 * A condition that a delivered row and the source it names fulfil together.
 *
 * @param column the column at which the finding is shown
 * @param violation SQL that holds if the row {@code t} does not fit its source {@code s}
 * @param certain whether such a row is wrong for certain, and is refused
 * @param why what does not fit, and what would
 */
public record SourceRule(
    String table, String column, String violation, boolean certain, Text why) {}

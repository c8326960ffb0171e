package org.stadtstand.graph.changes;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.steps.RecordAtRelease;
import org.stadtstand.ground.text.PartialDate;

/**
 * A row of the same release that may explain a change: an event that names the attribute, or a
 * correction.
 *
 * @param type the number of the row's type
 * @param record the number of its record
 * @param field the column it explains; null for all of them
 * @param also columns that no event mentions on its own: what is revised with the column
 * @param value what the column became, if the row says so
 * @param day the day from which it counts; null if it has none
 */
record Reason(
    RecordAtRelease about,
    int type,
    int record,
    @Nullable String field,
    Set<String> also,
    @Nullable String value,
    @Nullable PartialDate day,
    boolean correction) {

  boolean explains(String field) {
    return this.field == null || this.field.equals(field) || also.contains(field);
  }
}

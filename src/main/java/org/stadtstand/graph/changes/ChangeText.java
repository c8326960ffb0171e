package org.stadtstand.graph.changes;

import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.steps.StepKind;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.ChangeKind;

/**
 * A change in the words of the feed, for printing.
 *
 * @param step what happened to the record as a whole
 * @param key the publisher's key of the record
 * @param field the column that changed; null if the whole record came, went or came back
 */
public record ChangeText(
    StepKind step,
    String table,
    String key,
    @Nullable String field,
    ChangeKind kind,
    ExplanationStatus explained,
    Text sentence) {}

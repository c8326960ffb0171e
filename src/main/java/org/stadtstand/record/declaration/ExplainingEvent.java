package org.stadtstand.record.declaration;

import org.jspecify.annotations.Nullable;

/**
 * What an event says about an attribute of its subject: that it became one value and was another
 * before. The attribute itself says what was published; the importer sees to it that both agree.
 *
 * @param event the table of the event
 * @param subject the table whose attribute was changed
 * @param newColumn the event's column with the new value
 * @param oldColumn the event's column with the value before; null if it does not say
 * @param selector the event's column that says which attribute is meant; null if it is always this
 * @param selected the value of the selector for this attribute
 */
public record ExplainingEvent(
    String event,
    String subject,
    String attribute,
    String newColumn,
    @Nullable String oldColumn,
    @Nullable String selector,
    @Nullable String selected) {}

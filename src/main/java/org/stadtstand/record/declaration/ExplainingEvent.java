package org.stadtstand.record.declaration;

import org.jspecify.annotations.Nullable;

/**
 * What an event says about an attribute of its subject: its value before and after. The attribute
 * itself says what was published; the importer makes sure that both agree.
 *
 * @param event the table of the event
 * @param subject the table whose attribute was changed
 * @param newColumn the event's column with the new value
 * @param oldColumn the event's column with the previous value; null if it does not say
 * @param selector the event's column that names the attribute; null if it is always this one
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

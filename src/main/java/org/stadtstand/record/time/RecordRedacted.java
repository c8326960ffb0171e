package org.stadtstand.record.time;

/**
 * Said inside this server after something was withheld by law: by the one that did it at once, by
 * the others as soon as they have heard of it.
 *
 * @param municipality its key
 */
public record RecordRedacted(String municipality) {}

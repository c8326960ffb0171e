package org.stadtstand.record.time;

/**
 * Published within this server after something was withheld by law: immediately by the server that
 * did it, by the others as soon as they learn of it.
 *
 * @param municipality its key
 */
public record RecordRedacted(String municipality) {}

package org.stadtstand.history;

/**
 * Said inside this server after something was withheld by law.
 *
 * @param municipality its key
 */
public record RecordRedacted(String municipality) {}

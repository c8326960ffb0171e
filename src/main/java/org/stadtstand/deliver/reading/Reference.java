package org.stadtstand.deliver.reading;

/** A reference to a row: the number of its record type, and its key. */
public record Reference(int type, String key) {}

package org.stadtstand.deliver.reading;

/** A row that another one refers to: the number of its record type, and its key. */
public record Reference(int type, String key) {}

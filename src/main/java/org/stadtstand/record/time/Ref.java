package org.stadtstand.record.time;

/** A record in the state of a pin, not yet read: the key of batches and caches. */
public record Ref(int record, Pin pin) {}

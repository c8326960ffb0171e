package org.stadtstand.record.time;

/** A record in the state of a pin, not read yet: what batches and caches are keyed by. */
public record Ref(int record, Pin pin) {}

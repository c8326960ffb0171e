package org.stadtstand.record.listing;

import org.stadtstand.record.time.Pin;

/** A record named by its publisher's key, in the state of a pin. */
public record KeyRef(String key, Pin pin) {}

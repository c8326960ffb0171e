package org.stadtstand.record.listing;

import org.stadtstand.record.time.Pin;

/** A record identified by its publisher's key, in the state of a pin. */
public record KeyRef(String key, Pin pin) {}

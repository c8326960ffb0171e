package org.stadtstand.listing;

import org.stadtstand.history.Pin;

/** A record named by its publisher's key, in the state of a pin. */
public record KeyRef(String key, Pin pin) {}

package org.stadtstand.listing;

import java.util.List;
import org.stadtstand.history.Pin;

/** A record as a statement gave it: for which pin or parent (n counts from 1), and its place. */
record Line<T>(int n, T node, Pin pin, List<String> place) {}

package org.stadtstand.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list as its statement gave it: the number of a record, not the record itself.
 *
 * @param n the pin or parent for which it was found; counts from 1
 * @param kind which of several types the record has; null in a list of one type
 * @param place the values by which the list is ordered
 */
record Line(int n, int record, @Nullable String kind, List<String> place) {}

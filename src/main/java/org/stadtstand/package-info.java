/** Stadtstand: what a city's digital strategy has promised, and what became of it. */
@NullMarked
package org.stadtstand;

import org.jspecify.annotations.NullMarked;

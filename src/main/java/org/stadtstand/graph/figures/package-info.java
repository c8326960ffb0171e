/** Figures over whole lists, as known at any state. */
@NullMarked
package org.stadtstand.graph.figures;

import org.jspecify.annotations.NullMarked;

/** Figures over whole lists, and lists in groups, as known at any state. */
@NullMarked
package org.stadtstand.graph.analysis;

import org.jspecify.annotations.NullMarked;

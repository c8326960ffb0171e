/** The differences between two states of a record. */
@NullMarked
package org.stadtstand.graph.comparison;

import org.jspecify.annotations.NullMarked;

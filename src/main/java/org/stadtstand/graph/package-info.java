/** The record as a graph: how fields are answered, and what changed between releases. */
@NullMarked
package org.stadtstand.graph;

import org.jspecify.annotations.NullMarked;

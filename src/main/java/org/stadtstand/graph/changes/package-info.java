/** The feed of all changes, each with its explanation or marked as unexplained. */
@NullMarked
package org.stadtstand.graph.changes;

import org.jspecify.annotations.NullMarked;

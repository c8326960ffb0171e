/** Lists in groups of what their rows have in common, each group with its figures. */
@NullMarked
package org.stadtstand.graph.groups;

import org.jspecify.annotations.NullMarked;

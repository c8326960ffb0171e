/** Lists in groups of what their rows have in common, and by what they can be narrowed. */
@NullMarked
package org.stadtstand.graph.groups;

import org.jspecify.annotations.NullMarked;

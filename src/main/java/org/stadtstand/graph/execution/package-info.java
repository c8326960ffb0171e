/** How a question is executed: at once from memory, or in one batch for each level. */
@NullMarked
package org.stadtstand.graph.execution;

import org.jspecify.annotations.NullMarked;

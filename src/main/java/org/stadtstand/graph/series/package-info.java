/** The same list on many days. */
@NullMarked
package org.stadtstand.graph.series;

import org.jspecify.annotations.NullMarked;

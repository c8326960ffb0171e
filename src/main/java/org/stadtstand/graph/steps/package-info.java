/** What a release did to records, derived from the rows themselves. */
@NullMarked
package org.stadtstand.graph.steps;

import org.jspecify.annotations.NullMarked;

/** What a release did to records, read off the rows themselves. */
@NullMarked
package org.stadtstand.graph.steps;

import org.jspecify.annotations.NullMarked;
